package org.connectchat.control.web;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.springframework.boot.convert.DurationStyle;

/** Durations of control calls: {@code PT5M} or {@code 5m}, longer than nothing and at most ten years. */
final class Durations {

    static final String RULE = "must be a duration such as PT5M, 5m, 90s or 1500ms, longer than 0 and at most 3650d";

    private static final Duration LONGEST = Duration.ofDays(3650);
    private static final int LONGEST_TEXT = 40;

    private Durations() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none, not positive or too long; its message is {@link #RULE}
     */
    static Duration parse(String text) {
        Duration span = text.length() > LONGEST_TEXT ? Duration.ZERO : read(text);
        if (span.isNegative() || span.isZero() || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(RULE);
        }
        return span;
    }

    private static Duration read(String text) {
        try {
            boolean iso = text.startsWith("P");
            boolean simple = !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1)) && !iso;
            // A number without a unit is refused: whoever means seconds would get milliseconds.
            return iso ? Duration.parse(text) : simple ? DurationStyle.SIMPLE.parse(text) : Duration.ZERO;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
