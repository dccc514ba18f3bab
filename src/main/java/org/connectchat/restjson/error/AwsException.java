package org.connectchat.restjson.error;

import java.util.Objects;

/** An answer that is an AWS error; the message goes to the caller, so it says how to do better and nothing secret. */
public final class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorType type;

    public AwsException(ErrorType type, String message) {
        // Errors are ordinary answers here: nobody reads their stack traces, and filling them in is slow.
        super(message, null, false, false);
        this.type = type;
    }

    public ErrorType type() {
        return type;
    }

    /** What to tell the caller. */
    public String message() {
        return Objects.requireNonNull(getMessage());
    }
}
