package org.connectchat.restjson.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trees whose numbers are written as they were read: {@code 1.10} and {@code 1e5} stay what they are. An exponent that no
 * decimal number can have is a fault of the JSON, as any other malformed number.
 */
final class WrittenNumbers extends StdDeserializer<JsonNode> {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private WrittenNumbers() {
        super(JsonNode.class);
    }

    /** Makes a mapper read trees in this way. */
    static JacksonModule module() {
        return new SimpleModule().addDeserializer(JsonNode.class, new WrittenNumbers());
    }

    /** A number that is written with the characters that it was read from. */
    private static final class Written extends BigDecimal {

        private static final long serialVersionUID = 1L;

        private final String text;

        Written(String text) {
            super(text);
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return NODES.nullNode();
    }

    /** The depth is bounded by that of the parser. */
    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, context);
            case START_ARRAY -> list(parser, context);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new StreamReadException(parser, "Not the beginning of a value");
        };
    }

    private JsonNode object(JsonParser parser, DeserializationContext context) {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode before = object.replace(name, deserialize(parser, context));
            if (before != null && context.isEnabled(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)) {
                context.reportInputMismatch(JsonNode.class, "An object has a member twice");
            }
        }
        return object;
    }

    private JsonNode list(JsonParser parser, DeserializationContext context) {
        ArrayNode list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(deserialize(parser, context));
        }
        return list;
    }

    private static JsonNode integer(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    private static JsonNode number(JsonParser parser) {
        Written written = written(parser.getString());
        if (written == null) {
            throw new StreamConstraintsException(
                    "A number has an exponent that is out of range", parser.currentTokenLocation());
        }
        return NODES.numberNode(written);
    }

    /** Null if the exponent is out of range; the least scale is, on the JDKs that accept it, too. */
    private static @Nullable Written written(String text) {
        try {
            Written written = new Written(text);
            return written.scale() == Integer.MIN_VALUE ? null : written;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
