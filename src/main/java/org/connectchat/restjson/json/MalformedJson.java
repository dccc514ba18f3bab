package org.connectchat.restjson.json;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says what is wrong with a JSON text. It repeats nothing of the text, which may hold secrets. */
final class MalformedJson {

    private MalformedJson() {}

    static String explain(JacksonException problem) {
        String member = JsonMemberPath.of(problem);
        if (problem instanceof UnicodeStrings.NotUnicode) {
            return subject(member) + " " + UnicodeStrings.NOT_UNICODE;
        }
        if (problem instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return subject(member) + " must be " + noun(mismatch.getTargetType());
        }
        if (problem instanceof StreamConstraintsException) {
            return "The request body exceeds a limit of the JSON parser (nesting, or the length of a number or name)"
                    + at(problem.getLocation());
        }
        if (problem instanceof InputCoercionException outOfRange) {
            boolean wide = outOfRange.getTargetType() == long.class || outOfRange.getTargetType() == Long.class;
            return subject(member) + " must be " + noun(wide ? Long.class : Integer.class);
        }
        return "The request body is not valid JSON" + at(problem.getLocation());
    }

    private static String subject(String member) {
        return member.isEmpty() ? "The request body" : member + ":";
    }

    private static String noun(Class<?> type) {
        if (type == String.class) {
            return "a string";
        }
        if (type == BigInteger.class) {
            return "an integer: a JSON number without fraction or exponent";
        }
        if (type == Integer.class || type == int.class) {
            return "an integer: a JSON number without fraction or exponent, from -2147483648 to 2147483647";
        }
        if (type == Long.class || type == long.class) {
            return "an integer: a JSON number without fraction or exponent, of at most 64 bits";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return Map.class.isAssignableFrom(type) || Record.class.isAssignableFrom(type)
                ? "a JSON object"
                : "another type";
    }

    private static String at(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
