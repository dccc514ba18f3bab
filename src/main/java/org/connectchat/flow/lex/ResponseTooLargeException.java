package org.connectchat.flow.lex;

import java.io.IOException;

/** A response has more bytes than a caller accepts. */
final class ResponseTooLargeException extends IOException {

    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(long maximum) {
        super("The response has more than " + maximum + " bytes");
    }
}
