package org.connectchat.flow.lambda;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.connectchat.outbound.CallFailure;
import org.connectchat.restjson.json.JsonMappers;
import org.connectchat.restjson.json.UnicodeStrings;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the result of a function, which comes from anywhere: strict UTF-8 and one JSON object (rule F54). */
final class ResultReader {

    private static final int MAXIMUM_DEPTH = 100;

    /** Numbers keep every digit, because flows take them for text. */
    private static final JsonMapper JSON = JsonMappers.keepingNumbers(
                    JsonMapper.builder(JsonMappers.keepingNoNames(JsonFactory.builder())
                            .streamReadConstraints(StreamReadConstraints.builder()
                                    .maxNestingDepth(MAXIMUM_DEPTH)
                                    .build())
                            .build()))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ResultReader() {}

    static ObjectNode read(byte[] body, ResponseType type) throws CallFailure {
        String text = utf8(body);
        try {
            ObjectNode result = object(text);
            requireUnicode(result);
            return type == ResponseType.JSON ? result : strings(text);
        } catch (StreamConstraintsException e) {
            throw new CallFailure("the result is nested deeper than " + MAXIMUM_DEPTH
                    + " levels, or a number in it is too long or out of range");
        } catch (JacksonException e) {
            throw new CallFailure("the result is not valid JSON");
        }
    }

    private static String utf8(byte[] body) throws CallFailure {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CallFailure("the result is not valid UTF-8");
        }
    }

    private static ObjectNode object(String text) throws CallFailure {
        if (JSON.readTree(text) instanceof ObjectNode object) {
            return object;
        }
        throw new CallFailure(text.isBlank() ? "the result is empty" : "the result is not a JSON object");
    }

    /** JSON can spell half a surrogate pair, which no message and no attribute can hold. */
    private static void requireUnicode(JsonNode node) throws CallFailure {
        for (String name : node.propertyNames()) {
            requireUnicode(name);
        }
        for (JsonNode child : node) {
            requireUnicode(child);
        }
        if (node.isString()) {
            requireUnicode(node.stringValue());
        }
    }

    private static void requireUnicode(String text) throws CallFailure {
        if (!UnicodeStrings.isUnicode(text)) {
            throw new CallFailure("the result " + UnicodeStrings.NOT_UNICODE);
        }
    }

    /** Reads the text again, for numbers as they are written. */
    private static ObjectNode strings(String text) throws CallFailure {
        ObjectNode strings = JSON.createObjectNode();
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
                    throw new CallFailure("the result has a member that is no string, as the response type STRING_MAP"
                            + " requires: " + kind(value));
                }
                strings.put(name, parser.getString());
            }
        }
        return strings;
    }

    private static String kind(JsonToken value) {
        return switch (value) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            default -> "null";
        };
    }
}
