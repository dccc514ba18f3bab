package org.connectchat.flow.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the values of references in JSON, and turns them into text (rule F15). */
public final class ReferenceValues {

    /** More digits are no index of any list in memory. */
    private static final int MAX_INDEX_DIGITS = 9;

    private ReferenceValues() {}

    /** The value that segments lead to; null if there is none, or if it is JSON's null. */
    public static @Nullable JsonNode find(@Nullable JsonNode start, List<String> segments) {
        JsonNode value = start;
        for (String segment : segments) {
            if (value == null) {
                return null;
            }
            value = value.isArray() ? element(value, segment) : value.get(segment);
        }
        return value == null || value.isNull() || value.isMissingNode() ? null : value;
    }

    private static @Nullable JsonNode element(JsonNode list, String segment) {
        boolean isIndex = segment.length() <= MAX_INDEX_DIGITS
                && !segment.isEmpty()
                && segment.chars().allMatch(c -> c >= '0' && c <= '9');
        return isIndex ? list.get(Integer.parseInt(segment)) : null;
    }

    /** A value as text (rule F15): numbers and booleans as JSON writes them, objects and lists as compact JSON. */
    public static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    /** A text as a whole number; null if it is none. */
    public static @Nullable Long wholeNumber(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null; // the caller refuses it with the name of the parameter
        }
    }
}
