package org.connectchat.control.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.connectchat.control.FieldProblem;
import org.springframework.http.HttpStatus;

/**
 * Why a control call was refused.
 *
 * @param type always {@code about:blank}: the status says what kind of problem it is
 * @param title the name of the status
 * @param status the HTTP status
 * @param detail what is wrong, in a sentence
 * @param instance the path that was called
 * @param errors the fields that are wrong; empty if the problem is none of a field
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@Schema(name = "Problem", description = "Why a call was refused (RFC 9457).")
record Problem(
        @Schema(description = "Always about:blank; the status says what kind of problem it is", example = "about:blank")
        String type,

        @Schema(description = "The name of the HTTP status", example = "Bad Request")
        String title,

        @Schema(description = "The HTTP status", example = "400")
        int status,

        @Schema(description = "What is wrong, in one sentence", example = "by: is required")
        String detail,

        @Schema(description = "The path that was called", example = "/_emulator/clock/advance")
        String instance,

        @Schema(description = "The wrong fields; empty if the problem is not one of a field")
        List<FieldProblem> errors) {

    static Problem of(HttpStatus status, String detail, String instance, List<FieldProblem> errors) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, instance, errors);
    }
}
