package org.connectchat.flow.language;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The members of one object of a flow. A member of a wrong type is a problem, and is then treated as absent. */
record Members(JsonNode object, String path, List<Problem> problems) {

    /** The members of a node that must be an object. Any other node is a problem and has no members. */
    static Members of(JsonNode node, String path, List<Problem> problems) {
        if (!node.isObject()) {
            problems.add(Problem.structural(path + " must be a JSON object"));
        }
        return new Members(node.isObject() ? node : JsonNodeFactory.instance.objectNode(), path, problems);
    }

    String pathOf(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The member; null if it is absent or null, which is the same (rule T4). */
    @Nullable
    JsonNode find(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** A required text; null, with a problem, if it is absent. */
    @Nullable
    String requiredText(String name) {
        if (find(name) == null) {
            problems.add(Problem.structural("JSON field is missing or null for field name: " + pathOf(name)));
        }
        return text(name);
    }

    @Nullable
    String text(String name) {
        JsonNode value = find(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            problems.add(Problem.structural(pathOf(name) + " must be a JSON string"));
            return null;
        }
        return value.stringValue();
    }

    ObjectNode objectOrEmpty(String name) {
        JsonNode value = find(name);
        if (value instanceof ObjectNode found) {
            return found;
        }
        if (value != null) {
            problems.add(Problem.structural(pathOf(name) + " must be a JSON object"));
        }
        return JsonNodeFactory.instance.objectNode();
    }

    JsonNode listOrEmpty(String name) {
        JsonNode value = find(name);
        if (value != null && value.isArray()) {
            return value;
        }
        if (value != null) {
            problems.add(Problem.structural(pathOf(name) + " must be a JSON array"));
        }
        return JsonNodeFactory.instance.arrayNode();
    }
}
