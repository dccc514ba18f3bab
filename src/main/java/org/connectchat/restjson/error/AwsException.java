package org.connectchat.restjson.error;

import java.util.Map;
import java.util.Objects;

/** A response that is an AWS error. The caller sees the message, so it says what to change and holds no secret. */
public final class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorType type;
    private final transient Map<String, Object> members;

    public AwsException(ErrorType type, String message) {
        this(type, message, Map.of());
    }

    /**
     * An error whose model declares more than a message.
     *
     * @param members the further members of the body
     */
    public AwsException(ErrorType type, String message, Map<String, Object> members) {
        // Errors are ordinary responses here: their stack traces are never read, and filling them in is slow.
        super(message, null, false, false);
        this.type = type;
        this.members = Map.copyOf(members);
    }

    public ErrorType type() {
        return type;
    }

    /** What the body has beside the message. */
    public Map<String, Object> members() {
        return members;
    }

    /** What to tell the caller. */
    public String message() {
        return Objects.requireNonNull(getMessage());
    }
}
