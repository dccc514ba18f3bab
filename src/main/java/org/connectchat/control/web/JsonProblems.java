package org.connectchat.control.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.connectchat.control.FieldProblem;
import org.connectchat.restjson.json.JsonMemberPath;
import org.connectchat.restjson.json.UnicodeStrings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Explains why a JSON body is refused: the wrong member and the rule, or the place where the text is not JSON. */
final class JsonProblems {

    private JsonProblems() {}

    static FieldProblem explain(JacksonException problem) {
        String member = JsonMemberPath.of(problem);
        if (problem instanceof RefusedValue refused) {
            return new FieldProblem(member, refused.reason());
        }
        if (problem instanceof UnicodeStrings.NotUnicode notUnicode) {
            return new FieldProblem(member, String.valueOf(notUnicode.getOriginalMessage()));
        }
        if (problem instanceof UnrecognizedPropertyException unknown) {
            return new FieldProblem(member, "is unknown; known are " + known(unknown));
        }
        if (problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return member.isEmpty()
                    ? new FieldProblem("", "The request body must be one JSON object")
                    : new FieldProblem(member, "must be " + noun(mismatch.getTargetType()));
        }
        if (problem instanceof InputCoercionException outOfRange) {
            return new FieldProblem(member, "must be " + noun(outOfRange.getTargetType()));
        }
        return new FieldProblem("", "The request body is not a valid JSON object" + at(problem.getLocation()));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> names = unknown.getKnownPropertyIds();
        return names == null || names.isEmpty()
                ? "no members here"
                : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** What a value of a type looks like. */
    static String noun(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "an integer";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || Record.class.isAssignableFrom(type)
                ? "a JSON object"
                : type == String.class ? "a string" : "of another type";
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
