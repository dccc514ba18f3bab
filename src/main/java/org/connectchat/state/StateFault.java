package org.connectchat.state;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.connectchat.chat.StateRefused;
import org.connectchat.restjson.json.JsonMemberPath;
import org.connectchat.restjson.json.UnicodeStrings;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a document is wrong, and how. It repeats no value of the document, which holds tokens. */
final class StateFault {

    private StateFault() {}

    static StateRefused of(JacksonException problem) {
        String path = JsonMemberPath.of(problem);
        if (problem.getCause() instanceof StateRefused refused) {
            return path.isEmpty() ? refused : refused.within(path);
        }
        if (problem instanceof UnicodeStrings.NotUnicode) {
            return new StateRefused(path, UnicodeStrings.NOT_UNICODE);
        }
        if (problem instanceof UnrecognizedPropertyException) {
            return new StateRefused(path, "is unknown");
        }
        if (problem instanceof InvalidNullException) {
            return new StateRefused(path, "must not be null");
        }
        if (problem instanceof MismatchedInputException mismatch) {
            return new StateRefused(path, rule(mismatch));
        }
        if (problem instanceof InputCoercionException) {
            return new StateRefused(path, "must be an integer of its range");
        }
        return new StateRefused(path, "is not valid JSON" + at(problem.getLocation()));
    }

    private static String rule(MismatchedInputException mismatch) {
        String message = String.valueOf(mismatch.getOriginalMessage());
        return message.startsWith("Missing required creator property")
                ? "lacks a member" + missing(message)
                : "must be " + noun(mismatch.getTargetType());
    }

    /** Jackson names the member between the first quotes. */
    private static String missing(String message) {
        int from = message.indexOf('\'');
        int to = message.indexOf('\'', from + 1);
        return from < 0 || to < 0 ? "" : ": " + message.substring(from + 1, to);
    }

    private static String noun(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (type == String.class) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type.isPrimitive() || type == StateVersion.class || Number.class.isAssignableFrom(type)) {
            return "an integer";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "a JSON object" : "of another type";
    }

    private static String at(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ": line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
