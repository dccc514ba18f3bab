package org.connectchat.control.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.connectchat.control.FieldProblem;
import org.connectchat.control.Instants;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Finds the wrong fields in the exceptions with which Spring refuses a request. */
final class FieldProblems {

    /** Spring writes the key of a map in brackets; the control API writes it after a dot. */
    private static final Pattern KEY = Pattern.compile("\\[(\\D[^]]*)]");

    private FieldProblems() {}

    /** The wrong members of a body, or of a record that Spring fills from the query. */
    static List<FieldProblem> of(BindException problem) {
        List<FieldProblem> errors = new ArrayList<>();
        problem.getFieldErrors()
                .forEach(error -> errors.add(
                        new FieldProblem(KEY.matcher(error.getField()).replaceAll(".$1"), message(error))));
        problem.getGlobalErrors().forEach(error -> errors.add(new FieldProblem("", text(error))));
        return errors;
    }

    private static String message(FieldError error) {
        return error.isBindingFailure() && error.contains(TypeMismatchException.class)
                ? rule(error.unwrap(TypeMismatchException.class).getRequiredType())
                : text(error);
    }

    /** A missing member has one wording, whether a constraint, a parameter or a rule of the emulator finds it. */
    private static String text(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        boolean missing = codes != null && codes.length > 0 && codes[codes.length - 1].equals("NotNull");
        return missing ? "is required" : String.valueOf(error.getDefaultMessage());
    }

    /** The wrong parameters. */
    static List<FieldProblem> of(HandlerMethodValidationException problem) {
        List<FieldProblem> errors = new ArrayList<>();
        for (ParameterValidationResult result : problem.getParameterValidationResults()) {
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                String field = error instanceof FieldError member
                        ? member.getField()
                        : String.valueOf(result.getMethodParameter().getParameterName());
                errors.add(new FieldProblem(field, text(error)));
            }
        }
        return errors;
    }

    /** The rule that a value of a type must keep. */
    static String rule(@Nullable Class<?> type) {
        if (type == Duration.class) {
            return Durations.RULE;
        }
        return type == Instant.class ? Instants.RULE : "must be " + JsonProblems.noun(type);
    }
}
