package org.connectchat.control;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Instants of control calls: ISO 8601 with an offset, from 1970 to 9999. */
public final class Instants {

    public static final String RULE = "must be an instant such as 2026-01-05T10:00:00Z, from year 1970 to 9999";

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Instants() {}

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if it is none or out of range; its message is {@link #RULE}
     */
    public static Instant parse(String text) {
        try {
            Instant moment = OffsetDateTime.parse(text).toInstant();
            if (!moment.isBefore(Instant.EPOCH) && !moment.isAfter(LAST)) {
                return moment;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw new IllegalArgumentException(RULE);
    }
}
