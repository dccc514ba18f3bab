package org.connectchat.flow.language;

import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.json.JsonMappers;
import org.connectchat.restjson.json.UnicodeStrings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of a flow into a tree, and says what is wrong with a text that is no such JSON. */
final class FlowJson {

    static final int MAX_CHARACTERS = 256_000;
    static final int MAX_DEPTH = 64;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonMappers.keepingNoNames(JsonFactory.builder())
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            // The length of the whole bounds that of each name.
                            .maxNameLength(MAX_CHARACTERS)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            // A number keeps the digits that it was written with (rule F15).
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** Content that is no JSON of a flow, and why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private FlowJson() {}

    static JsonNode read(String content) throws Unreadable {
        if (content.length() > MAX_CHARACTERS && content.codePointCount(0, content.length()) > MAX_CHARACTERS) {
            throw new Unreadable("The content has more than " + MAX_CHARACTERS + " characters");
        }
        // Editors of some systems put the mark at the beginning of a file.
        boolean isMarked = !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK;
        try {
            JsonNode tree = MAPPER.readTree(isMarked ? content.substring(1) : content);
            String member = notUnicode(tree);
            if (member != null) {
                throw new Unreadable("The content is not valid: " + Violations.abbreviated(member) + " "
                        + UnicodeStrings.NOT_UNICODE);
            }
            return tree;
        } catch (JacksonException e) {
            throw new Unreadable(explain(e));
        }
    }

    private static String explain(JacksonException problem) {
        String at = at(problem.getLocation());
        if (problem instanceof StreamConstraintsException) {
            return "The content is nested more than " + MAX_DEPTH + " levels deep, or has a number that is too long"
                    + at;
        }
        if (problem instanceof MismatchedInputException) {
            return "The content has more than one value, or an object that has a member twice" + at;
        }
        return "The content is not valid JSON" + at;
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /** The path of a member whose name or text holds half of a surrogate pair; null if there is none. */
    private static @Nullable String notUnicode(JsonNode node) {
        if (node.isString()) {
            return UnicodeStrings.isUnicode(node.stringValue()) ? null : "a text";
        }
        for (var entry : node.properties()) {
            if (!UnicodeStrings.isUnicode(entry.getKey())) {
                return "the name of a member";
            }
            String below = notUnicode(entry.getValue());
            if (below != null) {
                return below.equals("a text") ? "the text of " + entry.getKey() : below;
            }
        }
        for (JsonNode element : node.isArray() ? node : MAPPER.createArrayNode()) {
            String below = notUnicode(element);
            if (below != null) {
                return below;
            }
        }
        return null;
    }
}
