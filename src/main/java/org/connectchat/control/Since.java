package org.connectchat.control;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a journal begins: after a number, or at a moment.
 *
 * @param number the number that records must exceed
 * @param moment null if only the number counts
 */
public record Since(long number, @Nullable Instant moment) {

    /**
     * Reads the parameter {@code since}; null is the beginning.
     *
     * @param kind what a record is, with its article
     * @throws ControlProblem if it is neither a number nor an instant
     */
    public static Since of(@Nullable String text, String kind) {
        if (text == null) {
            return new Since(Long.MIN_VALUE, null);
        }
        try {
            return text.indexOf('T') < 0
                    ? new Since(Long.parseLong(text), null)
                    : new Since(Long.MIN_VALUE, Instants.parse(text));
        } catch (IllegalArgumentException e) {
            throw ControlProblem.badField(
                    "since", "must be the number of " + kind + ", or an instant such as 2026-01-05T10:00:00Z");
        }
    }

    /** Whether a record of this number and moment belongs to the part. */
    public boolean admits(long recordNumber, Instant at) {
        return moment == null ? recordNumber > number : !at.isBefore(moment);
    }
}
