package org.connectchat.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The OpenAPI document of the control API. */
final class Contract {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final List<Operation> operations;

    Contract() {
        try {
            document = new ObjectMapper()
                    .readTree(Path.of(System.getProperty("openapi")).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        operations = read();
    }

    /** How many values its largest enum has. */
    int mostValues() {
        return document.findValues("enum").stream()
                .mapToInt(JsonNode::size)
                .max()
                .orElse(1);
    }

    /** A call of the API. */
    record Operation(String id, String method, String path, JsonNode node) {

        boolean matches(String method, String path) {
            return this.method.equals(method)
                    && path.matches("\\Q" + this.path.replaceAll("\\{\\w+}", "\\\\E[^/]+\\\\Q") + "\\E");
        }

        /** The names of its query parameters. */
        Set<String> query() {
            Set<String> names = new TreeSet<>();
            node.path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    names.add(parameter.path("name").asText());
                }
            });
            return names;
        }

        JsonNode content() {
            return node.path("requestBody").path("content");
        }
    }

    List<Operation> operations() {
        return operations;
    }

    private List<Operation> read() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(new Operation(
                            method.getValue().path("operationId").asText(),
                            method.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            method.getValue()));
                }
            }
        }
        return operations;
    }

    Optional<Operation> operation(String method, String path) {
        // A path without a variable goes before one with a variable.
        return operations().stream()
                .filter(operation -> operation.matches(method, path))
                .min((one, other) -> Integer.compare(variables(one), variables(other)));
    }

    private static int variables(Operation operation) {
        return (int) Pattern.compile("\\{").matcher(operation.path()).results().count();
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    /** The members that a request may have, those of its objects as {@code effect.type}. */
    Set<String> members(Operation operation) {
        Set<String> members = new TreeSet<>();
        collect("", operation.content().path("application/json").path("schema"), members);
        return members;
    }

    private void collect(String prefix, JsonNode reference, Set<String> members) {
        JsonNode schema = resolved(reference);
        if (schema.has("items")) {
            collect(prefix, schema.path("items"), members);
        }
        schema.path("properties").properties().forEach(property -> {
            members.add(prefix + property.getKey());
            collect(prefix + property.getKey() + ".", property.getValue(), members);
        });
    }

    /** Adds the members that a request has, as {@link #members} names them, and what is wrong with it. */
    void check(String prefix, JsonNode reference, JsonNode value, Set<String> members, List<String> wrong) {
        JsonNode schema = resolved(reference);
        String type = schema.path("type").asText();
        boolean fits = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> true;
        };
        if (!fits) {
            wrong.add(prefix + " is no " + type + ": " + value);
        }
        if (schema.has("enum") && !schema.path("enum").toString().contains(value.toString())) {
            wrong.add(prefix + " is none of " + schema.path("enum") + ": " + value);
        }
        if (schema.has("items")) {
            value.forEach(item -> check(prefix, schema.path("items"), item, members, wrong));
        }
        if (schema.has("properties")) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asText())) {
                    wrong.add(prefix + name.asText() + " is missing");
                }
            });
            value.properties().forEach(member -> {
                members.add(prefix + member.getKey());
                if (schema.path("properties").has(member.getKey())) {
                    check(
                            prefix + member.getKey() + ".",
                            schema.path("properties").path(member.getKey()),
                            member.getValue(),
                            members,
                            wrong);
                } else {
                    wrong.add(prefix + member.getKey() + " is no member");
                }
            });
        }
    }

    /** The status of a success. */
    static int status(Operation operation) {
        Iterator<String> statuses = operation.node().path("responses").fieldNames();
        return Integer.parseInt(statuses.next());
    }

    /** A response with every member; of an enum the value with this number. */
    Optional<JsonNode> response(Operation operation, int number) {
        JsonNode schema = operation
                .node()
                .path("responses")
                .path(Integer.toString(status(operation)))
                .path("content")
                .path("application/json")
                .path("schema");
        return schema.isMissingNode()
                ? Optional.empty()
                : Optional.of(example(schema, JsonNodeFactory.instance.missingNode(), number));
    }

    private JsonNode example(JsonNode reference, JsonNode given, int number) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode schema = resolved(reference);
        if (schema.has("enum")) {
            return schema.path("enum").get(number % schema.path("enum").size());
        }
        switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = nodes.objectNode();
                schema.path("properties")
                        .properties()
                        .forEach(property -> object.set(
                                property.getKey(),
                                example(
                                        property.getValue(),
                                        schema.path("example").path(property.getKey()),
                                        number)));
                JsonNode values = schema.path("additionalProperties");
                if (values.isObject()) {
                    object.set("name", example(values, nodes.missingNode(), number));
                }
                return object;
            }
            case "array" -> {
                ArrayNode array = nodes.arrayNode();
                array.add(example(schema.path("items"), nodes.missingNode(), number));
                return array;
            }
            case "boolean" -> {
                return nodes.booleanNode(true);
            }
            case "integer", "number" -> {
                return nodes.numberNode(1);
            }
            default -> {
                if (schema.path("format").asText().equals("date-time")) {
                    return nodes.textNode("2026-11-22T15:00:00.795Z");
                }
                JsonNode example = reference.has("example") ? reference.path("example") : given;
                return example.isTextual() ? example : nodes.textNode("text");
            }
        }
    }
}
