package org.connectchat.attachment;

/** An upload or a download that is answered with an error. */
final class TransferRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TransferError error;

    TransferRefused(TransferError error) {
        // An answer, not an accident: nobody reads its stack trace.
        super(error.code(), null, false, false);
        this.error = error;
    }

    TransferError error() {
        return error;
    }
}
