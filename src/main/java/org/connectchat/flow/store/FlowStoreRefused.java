package org.connectchat.flow.store;

import java.util.Objects;

/** The store refuses a change. The message is part of the response (rule F86). */
public final class FlowStoreRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the store refuses it. */
    public enum Reason {
        /** The instance has no such flow or module. */
        UNKNOWN,
        /** Another one of the same type has the name. */
        NAME_TAKEN,
        /** The instance has reached its quota, or the memory is full. */
        LIMIT_REACHED,
        /** The ClientToken was used with other parameters. */
        TOKEN_USED_OTHERWISE,
        /** The flow has saved content only. */
        NOT_PUBLISHED
    }

    private final Reason reason;

    public FlowStoreRefused(Reason reason, String message) {
        // It has no stack trace, because it is an ordinary response.
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
