package org.connectchat.flow.action.message;

/** Reads a number of seconds. */
final class Seconds {

    private static final int MAX_DIGITS = 10;

    private Seconds() {}

    /** The number in a text; 0 if the text is not a positive whole number. */
    static long of(String text) {
        boolean isNumber = !text.isEmpty()
                && text.length() <= MAX_DIGITS
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isNumber ? Long.parseLong(text) : 0;
    }
}
