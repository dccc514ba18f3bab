package org.connectchat.control.web;

import java.util.Objects;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;

/** A JSON value that is refused with a reason of its own instead of the parser's. */
final class RefusedValue extends MismatchedInputException {

    private static final long serialVersionUID = 1L;

    private RefusedValue(JsonParser parser, String reason) {
        super(parser, reason);
    }

    String reason() {
        return Objects.requireNonNull(getOriginalMessage());
    }

    /** Reads values that are written as texts of a form. */
    static final class Form<T> extends StdDeserializer<T> {

        private final Function<String, T> reading;
        private final String rule;

        /**
         * A form.
         *
         * @param reading throws IllegalArgumentException for a text that has not the form
         * @param rule what to say of it
         */
        Form(Class<T> type, Function<String, T> reading, String rule) {
            super(type);
            this.reading = reading;
            this.rule = rule;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                try {
                    return reading.apply(parser.getString());
                } catch (IllegalArgumentException e) {
                    // said below
                }
            }
            throw new RefusedValue(parser, rule);
        }
    }
}
