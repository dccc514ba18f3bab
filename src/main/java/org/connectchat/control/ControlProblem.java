package org.connectchat.control;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** A control call that is refused on purpose; the message goes to the caller, so it says how to do better. */
public final class ControlProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient List<FieldProblem> errors;

    private ControlProblem(HttpStatus status, String message, List<FieldProblem> errors) {
        // An ordinary answer: nobody reads its stack trace.
        super(message, null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    /** 404: what the path names does not exist. */
    public static ControlProblem notFound(String message) {
        return new ControlProblem(HttpStatus.NOT_FOUND, message, List.of());
    }

    /** 409: it is there, but not in a state that allows this. */
    public static ControlProblem conflict(String message) {
        return new ControlProblem(HttpStatus.CONFLICT, message, List.of());
    }

    /** 400: one field has a wrong value. */
    public static ControlProblem badField(String field, String message) {
        return badFields(List.of(new FieldProblem(field, message)));
    }

    /** 400: all the fields that have wrong values. */
    public static ControlProblem badFields(List<FieldProblem> errors) {
        return new ControlProblem(HttpStatus.BAD_REQUEST, sentence(errors), errors);
    }

    /** Any other status. */
    public static ControlProblem of(HttpStatus status, String message) {
        return new ControlProblem(status, message, List.of());
    }

    public HttpStatus status() {
        return status;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public String message() {
        return Objects.requireNonNull(getMessage());
    }

    /** The wrong fields in one sentence, for clients that show only the detail. */
    public static String sentence(List<FieldProblem> errors) {
        return errors.stream()
                .map(error -> error.field().isEmpty() ? error.message() : error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
    }
}
