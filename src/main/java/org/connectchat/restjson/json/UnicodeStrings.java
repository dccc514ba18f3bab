package org.connectchat.restjson.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.module.SimpleModule;

/**
 * Strings that are JSON strings and Unicode text. JSON can spell half a surrogate pair ({@code "\ud800"}); no
 * response could hold it, so it is refused on input (rule T3).
 */
public final class UnicodeStrings {

    /** What is wrong with other strings. */
    public static final String NOT_UNICODE = "holds a surrogate without its other half, which is no Unicode text";

    private UnicodeStrings() {}

    /** Makes a mapper refuse what is not a JSON string or not Unicode, in values and in keys of maps. */
    public static JacksonModule module() {
        return new SimpleModule()
                .addDeserializer(String.class, new Value())
                .addKeyDeserializer(String.class, new Key());
    }

    static final class Value extends StdDeserializer<String> {

        Value() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw MismatchedInputException.from(parser, String.class, "not a string");
            }
            return checked(parser.getString(), parser);
        }
    }

    static final class Key extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return checked(key, context.getParser());
        }
    }

    private static String checked(String text, JsonParser parser) {
        if (isUnicode(text)) {
            return text;
        }
        throw new NotUnicode(parser);
    }

    /** Whether no surrogate is without its other half. */
    public static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    /** Whether all names and texts in a tree are Unicode text. */
    public static boolean isUnicode(JsonNode tree) {
        if (tree.isString()) {
            return isUnicode(tree.stringValue());
        }
        for (JsonNode child : tree) {
            if (!isUnicode(child)) {
                return false;
            }
        }
        return tree.propertyNames().stream().allMatch(UnicodeStrings::isUnicode);
    }

    /** At most so many characters, and no half of a surrogate pair at the end. */
    public static String cut(String text, int maximum) {
        if (text.length() <= maximum) {
            return text;
        }
        boolean inPair = maximum > 0 && Character.isHighSurrogate(text.charAt(maximum - 1));
        return text.substring(0, inPair ? maximum - 1 : maximum);
    }

    /** A problem of its own, not a wrong type, because the caller has to correct something else. */
    public static final class NotUnicode extends MismatchedInputException {

        private static final long serialVersionUID = 1L;

        NotUnicode(JsonParser parser) {
            super(parser, NOT_UNICODE);
        }
    }
}
