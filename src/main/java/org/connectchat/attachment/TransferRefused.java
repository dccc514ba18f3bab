package org.connectchat.attachment;

/** An upload or a download whose response is an error. */
final class TransferRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final TransferError error;

    TransferRefused(TransferError error) {
        // An ordinary response: its stack trace is never read.
        super(error.code(), null, false, false);
        this.error = error;
    }

    TransferError error() {
        return error;
    }
}
