package org.connectchat.flow.language;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.connectchat.flow.reference.ReferenceValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The operators of conditions (rules F8 to F10).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-language-actions.html">Actions</a>
 */
public enum Operator {
    EQUALS("Equals", String::equals),
    TEXT_STARTS_WITH("TextStartsWith", String::startsWith),
    TEXT_ENDS_WITH("TextEndsWith", String::endsWith),
    TEXT_CONTAINS("TextContains", String::contains),
    NUMBER_GREATER_THAN("NumberGreaterThan", numbers(order -> order > 0)),
    NUMBER_GREATER_OR_EQUAL_TO("NumberGreaterOrEqualTo", numbers(order -> order >= 0)),
    NUMBER_LESS_THAN("NumberLessThan", numbers(order -> order < 0)),
    NUMBER_LESS_OR_EQUAL_TO("NumberLessOrEqualTo", numbers(order -> order <= 0)),
    /** Tests an object instead of a text. */
    KEY_EXISTS("KeyExists", (left, operand) -> false);

    /** A bound, because the time to read a number grows with the square of its digits. */
    private static final int MAX_DIGITS = 1000;

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above keep nothing
    private final BiPredicate<String, String> test;

    Operator(String word, BiPredicate<String, String> test) {
        this.word = word;
        this.test = test;
    }

    /** The operator of a word of the flow language; null if there is none. */
    public static @Nullable Operator of(String word) {
        return Arrays.stream(values())
                .filter(operator -> operator.word.equals(word))
                .findFirst()
                .orElse(null);
    }

    /** The name in the flow language. */
    public String word() {
        return word;
    }

    /** Whether the condition holds. Without a value on the left side it does not (rule F10). */
    public boolean test(@Nullable JsonNode left, String operand) {
        if (left == null || left.isNull() || left.isMissingNode()) {
            return false;
        }
        return this == KEY_EXISTS
                ? left.isObject() && left.has(operand)
                : test.test(ReferenceValues.text(left), operand);
    }

    private static BiPredicate<String, String> numbers(IntPredicate holds) {
        return (left, operand) -> {
            BigDecimal a = number(left);
            BigDecimal b = number(operand);
            return a != null && b != null && holds.test(a.compareTo(b));
        };
    }

    private static @Nullable BigDecimal number(String text) {
        String stripped = text.strip();
        if (stripped.length() > MAX_DIGITS) {
            return null;
        }
        try {
            return new BigDecimal(stripped);
        } catch (NumberFormatException e) {
            return null; // no number, so the condition does not hold
        }
    }
}
