package org.connectchat.restjson.error;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects every broken rule of a request in one pass. The first one decides the error's code; the message lists all,
 * each by the path of its member.
 */
public final class Violations {

    private static final int MAX_ECHO_CHARACTERS = 64;
    /** A body of a mebibyte can break a hundred thousand rules; a message lists at most this many. */
    private static final int MAX_LISTED = 100;

    private final ErrorType singleValue;
    private final ErrorType betweenMembers;
    private @Nullable ErrorType first;
    private List<String> texts = List.of();
    private int count;

    /**
     * @param singleValue the error of a value that breaks its own constraint
     * @param betweenMembers the error of a missing member and of a rule between members
     */
    public Violations(ErrorType singleValue, ErrorType betweenMembers) {
        this.singleValue = singleValue;
        this.betweenMembers = betweenMembers;
    }

    /** A value that breaks its own constraint. */
    public void value(String member, String problem) {
        add(singleValue, member, problem);
    }

    /** A missing member, or a rule between members. */
    public void relation(String member, String problem) {
        add(betweenMembers, member, problem);
    }

    private void add(ErrorType type, String member, String problem) {
        if (count == 0) {
            first = type;
            texts = new ArrayList<>();
        }
        count++;
        if (count <= MAX_LISTED) {
            texts.add(member + ": " + problem);
        }
    }

    /** A required member; returns whether it is there. */
    public boolean required(String member, @Nullable Object value) {
        if (value == null) {
            relation(member, "is required");
        }
        return value != null;
    }

    /** The length of a text in Unicode code points; an absent text is fine. */
    public void length(String member, @Nullable String text, int minimum, int maximum) {
        if (text == null || (text.length() <= maximum && text.length() >= 2 * minimum)) {
            return; // code points are at most the chars, and at least half of them
        }
        int length = text.codePointCount(0, text.length());
        if (length < minimum || length > maximum) {
            String allowed = minimum == maximum ? String.valueOf(minimum) : minimum + " to " + maximum;
            value(member, "length must be " + allowed + " characters, was " + length);
        }
    }

    /** A required text of a certain length. */
    public void requiredText(String member, @Nullable String text, int minimum, int maximum) {
        if (required(member, text)) {
            length(member, text, minimum, maximum);
        }
    }

    /** An integer's range, both ends included; an absent number is fine. */
    public void range(String member, @Nullable Number number, long minimum, long maximum) {
        if (number == null) {
            return;
        }
        // JSON has no limit for integers, so a member may be larger than any long.
        boolean wide = number instanceof BigInteger big && big.bitLength() >= Long.SIZE;
        if (wide || number.longValue() < minimum || number.longValue() > maximum) {
            value(member, "must be " + minimum + " to " + maximum + ", was " + abbreviated(number.toString()));
        }
    }

    /** One of a few values; an absent one is fine. */
    public void oneOf(String member, @Nullable String text, Collection<String> allowed) {
        if (text != null && !allowed.contains(text)) {
            String choice = allowed.size() == 1 ? "must be " : "must be one of ";
            value(member, choice + String.join(", ", allowed) + "; was \"" + abbreviated(text) + "\"");
        }
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /**
     * Ends the pass.
     *
     * @throws AwsException with the code of the first violation, if there is any
     */
    public void throwIfAny() {
        ErrorType type = first;
        if (type != null) {
            String more = count > MAX_LISTED ? "; and " + (count - MAX_LISTED) + " more" : "";
            throw new AwsException(type, String.join("; ", texts) + more);
        }
    }

    /** The text of a caller, cut and made printable so that a message can repeat it. */
    public static String abbreviated(String text) {
        StringBuilder shown = new StringBuilder();
        int end = text.offsetByCodePoints(0, Math.min(MAX_ECHO_CHARACTERS, text.codePointCount(0, text.length())));
        text.codePoints()
                .limit(MAX_ECHO_CHARACTERS)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return end < text.length() ? shown + "…" : shown.toString();
    }
}
