package org.connectchat.control;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/** Instants in control calls: ISO 8601 with an offset, from 1970 to 9999. */
public final class Instants {

    public static final String RULE = "must be an instant such as 2026-01-05T10:00:00Z, from year 1970 to 9999";

    private static final Instant MAX_INSTANT = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Instants() {}

    /**
     * Reads an instant.
     *
     * @throws IllegalArgumentException with the message {@link #RULE} if the text is not an instant in the range
     */
    public static Instant parse(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isBefore(Instant.EPOCH) && !instant.isAfter(MAX_INSTANT)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // refused below
        }
        throw new IllegalArgumentException(RULE);
    }
}
