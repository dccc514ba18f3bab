package org.connectchat.restjson;

/** A kind of error as an AWS model declares it. Services list theirs as enum constants. */
public interface ErrorType {

    /** What {@code x-amzn-ErrorType} says and SDKs turn into an exception class. */
    String code();

    /** The HTTP status. */
    int status();
}
