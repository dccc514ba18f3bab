package org.connectchat.flow.store;

import java.util.Objects;

/** What the store refuses. The caller of the operation sees the message. */
public final class FlowStoreRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The instance has no such flow or module. */
        UNKNOWN,
        /** Another one of the same type has the name. */
        NAME_TAKEN,
        /** The instance has as many as it may have, or the memory is full. */
        LIMIT_REACHED,
        /** The ClientToken has created another module. */
        TOKEN_USED_OTHERWISE,
        /** Only saved content exists. */
        NOT_PUBLISHED
    }

    private final Reason reason;

    public FlowStoreRefused(Reason reason, String message) {
        // An ordinary response: its stack trace is never read.
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String message() {
        return Objects.requireNonNull(getMessage());
    }
}
