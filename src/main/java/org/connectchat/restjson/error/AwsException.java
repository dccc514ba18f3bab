package org.connectchat.restjson.error;

import java.util.Objects;

/** A response that is an AWS error. The caller sees the message, so it says what to change and holds no secret. */
public final class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorType type;

    public AwsException(ErrorType type, String message) {
        // Errors are ordinary responses here: their stack traces are never read, and filling them in is slow.
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
