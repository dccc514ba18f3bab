package org.connectchat.control.web;

import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.exc.MismatchedInputException;

/** A JSON value that is refused for a reason that the parser does not know. */
final class RefusedValue extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    RefusedValue(JsonParser parser, String reason) {
        super(parser, reason);
    }

    String reason() {
        return Objects.requireNonNull(getOriginalMessage());
    }
}
