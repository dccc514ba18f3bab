package org.connectchat.flow.shape;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.reference.ReferenceValues;
import org.connectchat.restjson.error.Violations;
import tools.jackson.databind.JsonNode;

/** Checks the value of a parameter. */
@FunctionalInterface
interface ParameterRule {

    /** Roots that are objects, so a reference to a value needs another name after them. */
    Set<String> OBJECTS = Set.of(
            "Agent",
            "Attributes",
            "Capabilities",
            "Case",
            "Customer",
            "CustomerEndpoint",
            "Email",
            "External",
            "FlowAttributes",
            "LambdaInvocation",
            "Lex",
            "Media",
            "MediaStreams",
            "Metrics",
            "Modules",
            "Queue",
            "References",
            "SegmentAttributes",
            "SystemEndpoint",
            "Tags",
            "Task",
            "Views",
            "Wisdom");

    void check(JsonNode value, String path, Problems problems);

    /** Any JSON without empty texts in it. */
    ParameterRule ANY = ParameterRule::refuseEmptyTexts;

    /** A string, a number or a boolean (rule F4). */
    ParameterRule SCALAR = (value, path, problems) -> {
        if (!value.isValueNode()) {
            problems.wrongValue(path, "write a text");
        } else if (value.isString() && value.stringValue().isEmpty()) {
            problems.empty(path);
        }
    };

    /** One reference that is the whole value. It must not name an object as a whole. */
    ParameterRule REFERENCE = (value, path, problems) -> {
        Reference reference = value.isString() ? Reference.whole(value.stringValue()) : null;
        if (reference == null) {
            problems.wrongValue(path, "write one reference, such as $.Attributes.name");
        } else if (reference.segments().isEmpty() && OBJECTS.contains(reference.root())) {
            problems.wrongValue(path, "name a value of $." + reference.root() + ", which is an object");
        }
    };

    /** A scalar that is not a reference. */
    ParameterRule FIXED =
            scalarThat(text -> Reference.whole(text) == null, "write a value; a reference is not permitted");

    /** An object whose values are scalars. */
    ParameterRule TEXT_MAP = (value, path, problems) -> {
        if (!value.isObject()) {
            problems.wrongValue(path, "write an object of texts");
            return;
        }
        value.properties().forEach(entry -> SCALAR.check(entry.getValue(), below(path, entry.getKey()), problems));
    };

    /** An integer within bounds, or, if that is permitted, a reference. */
    static ParameterRule number(long minimum, long maximum, boolean orReference) {
        return scalarThat(
                text -> isWithin(text, minimum, maximum) || (orReference && Reference.whole(text) != null),
                "write an integer from " + minimum + " to " + maximum);
    }

    /** One of these words, whatever its upper and lower case (rule F4), or, if that is permitted, a reference. */
    static ParameterRule word(Collection<String> words, boolean orReference) {
        return scalarThat(
                text -> words.stream().anyMatch(text::equalsIgnoreCase)
                        || (orReference && Reference.whole(text) != null),
                "write one of " + String.join(", ", words));
    }

    /** A list whose elements keep to another rule. */
    static ParameterRule listOf(ParameterRule element) {
        return (value, path, problems) -> {
            if (!value.isArray() || value.isEmpty()) {
                problems.wrongValue(path, "write a list with at least one value");
                return;
            }
            int index = 0;
            for (JsonNode each : value) {
                element.check(each, path + "[" + index++ + "]", problems);
            }
        };
    }

    /** An object or list with a minimum and a maximum of entries. */
    static ParameterRule ofSize(ParameterRule rule, int minimum, int maximum) {
        return (value, path, problems) -> {
            if (value.size() < minimum || value.size() > maximum) {
                problems.wrongValue(path, "write " + minimum + " to " + maximum + " entries");
            }
            rule.check(value, path, problems);
        };
    }

    /** The path of a member, whose name may be any text of a caller. */
    static String below(String path, String name) {
        return path + "." + Violations.abbreviated(name);
    }

    private static ParameterRule scalarThat(Predicate<String> isAllowed, String advice) {
        return (value, path, problems) -> {
            boolean isEmpty = value.isString() && value.stringValue().isEmpty();
            if (isEmpty || !value.isValueNode()) {
                SCALAR.check(value, path, problems);
            } else if (!isAllowed.test(ReferenceValues.text(value))) {
                problems.wrongValue(path, advice);
            }
        };
    }

    private static boolean isWithin(String text, long minimum, long maximum) {
        try {
            long number = Long.parseLong(text.strip());
            return number >= minimum && number <= maximum;
        } catch (NumberFormatException e) {
            return false; // not an integer, so not within the bounds
        }
    }

    private static void refuseEmptyTexts(JsonNode value, String path, Problems problems) {
        if (value.isObject()) {
            value.properties()
                    .forEach(entry -> refuseEmptyTexts(entry.getValue(), below(path, entry.getKey()), problems));
        } else if (value.isArray()) {
            int index = 0;
            for (JsonNode each : value) {
                refuseEmptyTexts(each, path + "[" + index++ + "]", problems);
            }
        } else if (value.isString() && value.stringValue().isEmpty()) {
            problems.wrongValue(path, "a text must not be empty; one of one blank is taken");
        }
    }
}
