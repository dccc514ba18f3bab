package org.connectchat.control;

import java.util.List;
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
record Problem(String type, String title, int status, String detail, String instance, List<FieldProblem> errors) {

    static Problem of(HttpStatus status, String detail, String instance, List<FieldProblem> errors) {
        return new Problem("about:blank", status.getReasonPhrase(), status.value(), detail, instance, errors);
    }
}
