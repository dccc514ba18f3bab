package org.connectchat.control;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is wrong with one field of a request.
 *
 * @param field the path of the member or parameter, as in {@code throttling.operations.StopContact.rate}; empty for the
 *     body as a whole
 * @param message what is wrong, and what is allowed
 */
@Schema(name = "FieldProblem", description = "What is wrong with one field.")
public record FieldProblem(
        @Schema(description = "The path of the field; empty for the body as a whole", example = "by")
        String field,

        @Schema(description = "What is wrong, and what is right", example = "is required")
        String message) {}
