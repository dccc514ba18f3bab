package org.connectchat.flow.module;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a value against a JSON Schema of the kind that the console writes for modules: {@code type}, {@code properties},
 * {@code required}, {@code items}, {@code enum}. Other keywords are ignored. The value is nested no deeper than the
 * content of a flow may be.
 *
 * @see <a href="https://json-schema.org/draft-04/schema">JSON Schema draft 4</a>
 */
enum SchemaCheck {
    /** The value of a run. */
    RESOLVED,
    /** A value as a flow writes it: a text with a reference may become anything. */
    WRITTEN;

    /** Whether a text is not known before the flow runs. */
    boolean isOpen(String text) {
        return this == WRITTEN && (text.contains("$.") || text.contains("$["));
    }

    /** What is wrong, with the path of the member; null if nothing is. */
    @Nullable
    String problem(JsonNode schema, JsonNode value, String path) {
        if (value.isString() && isOpen(value.stringValue())) {
            return null;
        }
        if (!isOfType(schema.path("type"), value)) {
            return path + " must be of type " + schema.path("type");
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            return path + " must be one of the declared values";
        }
        if (value.isArray()) {
            return ofElements(schema, value, path);
        }
        String problem = ofRequired(schema, value, path);
        return problem == null ? ofMembers(schema, value, path) : problem;
    }

    private @Nullable String ofRequired(JsonNode schema, JsonNode value, String path) {
        if (!value.isObject() || value.propertyNames().stream().anyMatch(this::isOpen)) {
            return null;
        }
        for (JsonNode required : schema.path("required")) {
            if (!value.has(required.stringValue(""))) {
                return path + " must have a member " + required.stringValue("");
            }
        }
        return null;
    }

    private @Nullable String ofMembers(JsonNode schema, JsonNode value, String path) {
        for (var member : value.properties()) {
            JsonNode declared = schema.path("properties").path(member.getKey());
            String problem =
                    declared.isObject() ? problem(declared, member.getValue(), path + "." + member.getKey()) : null;
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private @Nullable String ofElements(JsonNode schema, JsonNode value, String path) {
        JsonNode declared = schema.path("items");
        if (!declared.isObject()) {
            return null;
        }
        for (JsonNode element : value) {
            String problem = problem(declared, element, path + "[]");
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        for (JsonNode each : values) {
            if (each.equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** One type or a list of types. */
    private static boolean isOfType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (isOfType(each, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.stringValue("")) {
            case "string" -> value.isString();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "null" -> value.isNull();
            default -> true;
        };
    }
}
