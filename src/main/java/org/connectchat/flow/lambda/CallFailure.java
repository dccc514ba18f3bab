package org.connectchat.flow.lambda;

import java.io.IOException;

/** A function cannot be called. The message says why, and repeats nothing of the event or the response. */
final class CallFailure extends IOException {

    private static final long serialVersionUID = 1L;

    CallFailure(String reason) {
        super(reason);
    }

    CallFailure(String reason, Throwable cause) {
        super(reason, cause);
    }
}
