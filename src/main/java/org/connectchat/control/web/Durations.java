package org.connectchat.control.web;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.springframework.boot.convert.DurationStyle;

/** Durations in control calls: {@code PT5M} or {@code 5m}, longer than 0 and at most ten years. */
final class Durations {

    static final String RULE = "must be a duration such as PT5M, 5m, 90s or 1500ms, longer than 0 and at most 3650d";

    private static final Duration MAX_DURATION = Duration.ofDays(3650);
    private static final int MAX_LENGTH = 40;

    private Durations() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException with the message {@link #RULE} if the text is not a duration in the range
     */
    static Duration parse(String text) {
        Duration duration = text.length() > MAX_LENGTH ? Duration.ZERO : read(text);
        if (duration.isNegative() || duration.isZero() || duration.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException(RULE);
        }
        return duration;
    }

    private static Duration read(String text) {
        try {
            boolean iso = text.startsWith("P");
            boolean simple = !text.isEmpty() && Character.isLetter(text.charAt(text.length() - 1)) && !iso;
            // A number without a unit is refused: a caller that means seconds would get milliseconds.
            return iso ? Duration.parse(text) : simple ? DurationStyle.SIMPLE.parse(text) : Duration.ZERO;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeParseException e) {
            return Duration.ZERO;
        }
    }
}
