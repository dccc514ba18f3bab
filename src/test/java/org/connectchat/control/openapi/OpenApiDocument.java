package org.connectchat.control.openapi;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.connectchat.testkit.Emulator;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document of an emulator. */
record OpenApiDocument(JsonNode json) {

    static OpenApiDocument of(Emulator emulator) {
        return new OpenApiDocument(
                emulator.send("GET", "/_emulator/openapi", null).json());
    }

    /** The operations by method and path, as in {@code GET /_emulator/clock}. */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        json.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    /** A schema, or the one that it refers to. */
    JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? at(schema.path("$ref").asString().substring(1)) : schema;
    }
}
