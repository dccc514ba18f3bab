package org.connectchat.restjson.error;

/** A kind of error as an AWS model declares it. Services list theirs as enum constants. */
public interface ErrorType {

    /** The value of {@code x-amzn-ErrorType}, from which SDKs choose an exception class. */
    String code();

    /** The HTTP status. */
    int status();

    /**
     * Whether the error comes from the gateway in front of the services. The gateway spells {@code message} in lower
     * case for all services.
     */
    default boolean isOfTheGateway() {
        return false;
    }
}
