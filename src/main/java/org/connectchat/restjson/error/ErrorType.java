package org.connectchat.restjson.error;

/** A kind of error as an AWS model declares it. Services list theirs as enum constants. */
public interface ErrorType {

    /** What {@code x-amzn-ErrorType} says and SDKs turn into an exception class. */
    String code();

    /** The HTTP status. */
    int status();

    /** Whether it comes from the gateway before the services, which spells {@code message} in lower case for all of them. */
    default boolean isOfTheGateway() {
        return false;
    }
}
