package org.connectchat.flow.action.course;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Checks a value against a JSON Schema of the kind that the console writes for modules: {@code type}, {@code properties},
 * {@code required}, {@code items}, {@code enum}. Other keywords are ignored. The value is nested no deeper than the
 * content of a flow may be.
 *
 * @see <a href="https://json-schema.org/draft-04/schema">JSON Schema draft 4</a>
 */
final class SchemaCheck {

    private SchemaCheck() {}

    /** What is wrong, with the path of the member; null if nothing is. */
    static @Nullable String problem(JsonNode schema, JsonNode value, String path) {
        if (!isOfType(schema.path("type"), value)) {
            return path + " must be of type " + schema.path("type");
        }
        if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            return path + " must be one of the declared values";
        }
        for (JsonNode required : schema.path("required")) {
            if (value.isObject() && !value.has(required.stringValue(""))) {
                return path + " must have a member " + required.stringValue("");
            }
        }
        return value.isArray() ? ofElements(schema, value, path) : ofMembers(schema, value, path);
    }

    private static @Nullable String ofMembers(JsonNode schema, JsonNode value, String path) {
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

    private static @Nullable String ofElements(JsonNode schema, JsonNode value, String path) {
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
