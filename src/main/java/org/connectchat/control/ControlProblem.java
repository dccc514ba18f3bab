package org.connectchat.control;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The refusal of a control call. The detail tells the caller what is wrong and what is allowed. */
public final class ControlProblem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private ControlProblem(HttpStatus status, String detail, List<FieldProblem> errors) {
        super(status, new Problem(status, detail, errors), null);
    }

    /** 404: the path names something that does not exist. */
    public static ControlProblem notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail);
    }

    /** 409: the resource exists, but its state does not allow the call. */
    public static ControlProblem conflict(String detail) {
        return of(HttpStatus.CONFLICT, detail);
    }

    /** 409: no further instance can have what is named of its own. */
    public static ControlProblem tooManyInstances(int maximum, String what) {
        return conflict(
                maximum + " instances have " + what + " of their own, which is the most. Reset instances that are no "
                        + "longer used: POST " + ResourcePaths.RESET + " with their instanceId");
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
    public static ControlProblem of(HttpStatus status, String detail) {
        return new ControlProblem(status, detail, List.of());
    }

    /** The wrong fields in one sentence, for clients that show only the detail. */
    public static String sentence(List<FieldProblem> errors) {
        return errors.stream()
                .map(error -> error.field().isEmpty() ? error.message() : error.field() + ": " + error.message())
                .collect(Collectors.joining("; "));
    }

    /** A refusal is an ordinary response: its stack trace is never read, and filling it in is slow. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
