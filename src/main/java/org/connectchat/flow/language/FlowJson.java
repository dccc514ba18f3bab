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
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON of a flow into a tree, and explains why a text cannot be read. */
final class FlowJson {

    static final int MAX_CHARACTERS = 256_000;
    static final int MAX_DEPTH = 64;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private static final JsonMapper MAPPER = JsonMappers.keepingNumbers(
                    JsonMapper.builder(JsonMappers.keepingNoNames(JsonFactory.builder())
                            .streamReadConstraints(StreamReadConstraints.builder()
                                    .maxNestingDepth(MAX_DEPTH)
                                    // The bound of the whole content also bounds each name.
                                    .maxNameLength(MAX_CHARACTERS)
                                    .build())
                            .build()))
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /** The content cannot be read; the message says why. */
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
        // Some editors write a byte order mark at the beginning of a file.
        boolean isMarked = !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK;
        try {
            JsonNode tree = MAPPER.readTree(isMarked ? content.substring(1) : content);
            String member = notUnicode(tree, "a text");
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
            return "The content is nested more than " + MAX_DEPTH
                    + " levels deep, or has a number that is too long or out of range" + at;
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

    /**
     * Which name or text has half of a surrogate pair; null if there is none.
     *
     * @param what names the node in messages
     */
    private static @Nullable String notUnicode(JsonNode node, String what) {
        if (node.isString()) {
            return UnicodeStrings.isUnicode(node.stringValue()) ? null : what;
        }
        for (var entry : node.properties()) {
            if (!UnicodeStrings.isUnicode(entry.getKey())) {
                return "the name of a member";
            }
            String below = notUnicode(entry.getValue(), "the text of " + entry.getKey());
            if (below != null) {
                return below;
            }
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                String below = notUnicode(element, what);
                if (below != null) {
                    return below;
                }
            }
        }
        return null;
    }
}
