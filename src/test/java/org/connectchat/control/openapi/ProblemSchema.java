package org.connectchat.control.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/** Describes the JSON of a problem detail in the OpenAPI document, because Spring's class has other members. */
final class ProblemSchema {

    private ProblemSchema() {}

    static Schema<?> create() {
        return new Schema<>()
                .description("Why a call was refused (RFC 9457).")
                .addProperty(
                        "type", text("Always about:blank; the status says what kind of problem it is", "about:blank"))
                .addProperty("title", text("The name of the HTTP status", "Bad Request"))
                .addProperty(
                        "status",
                        new IntegerSchema().description("The HTTP status").example(400))
                .addProperty("detail", text("What is wrong, in one sentence", "by: is required"))
                .addProperty("instance", text("The path that was called", "/_emulator/clock/advance"))
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new Schema<>().$ref("#/components/schemas/FieldProblem"))
                                .description("The wrong fields; empty if the problem is not one of a field"));
    }

    private static Schema<?> text(String description, String example) {
        return new StringSchema().description(description).example(example);
    }
}
