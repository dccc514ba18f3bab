package org.connectchat.control.web;

import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Reads values that JSON holds as strings in a certain format. */
final class TextDeserializer<T> extends StdDeserializer<T> {

    private final Function<String, T> parser;
    private final String rule;

    /**
     * Creates a deserializer.
     *
     * @param parser throws IllegalArgumentException for a string in another format
     * @param rule the message for such a string, and for every other JSON value
     */
    TextDeserializer(Class<T> type, Function<String, T> parser, String rule) {
        super(type);
        this.parser = parser;
        this.rule = rule;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            try {
                return parser.apply(json.getString());
            } catch (IllegalArgumentException e) {
                // refused below, with the rule
            }
        }
        throw new RefusedValue(json, rule);
    }
}
