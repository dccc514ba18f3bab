package org.connectchat.outbound;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A call of another server fails. The message says why, as a clause without a full stop, and repeats nothing of the request
 * or the response.
 */
public final class CallFailure extends IOException {

    private static final long serialVersionUID = 1L;

    public CallFailure(String reason) {
        super(reason);
    }

    public CallFailure(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /** The failure among an exception and its causes, or null. */
    static @Nullable CallFailure in(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallFailure failure) {
                return failure;
            }
        }
        return null;
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
