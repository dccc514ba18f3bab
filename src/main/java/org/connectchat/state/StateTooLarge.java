package org.connectchat.state;

/** A document needs more memory than there is beside the chats. Nothing of it is loaded. */
public final class StateTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateTooLarge(long left) {
        // The document is too large for this heap, which is no fault of the code: the stack trace is never read.
        super(
                "The document needs more memory than the heap has beside the chats that are there: " + left / 1_024
                        + " KB are left. Call POST /_emulator/reset before, which removes these chats, or start the"
                        + " emulator with a larger heap (-Xmx)",
                null,
                false,
                false);
    }
}
