package org.connectchat.restjson.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The two forms that restJson1 has for timestamps. Each service, and at times each member, has its own. */
public final class Timestamps {

    private static final int MILLISECONDS = 3;

    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Timestamps() {}

    /** A text in UTC with milliseconds, always of 24 characters: clients sort by it. */
    public static String text(Instant moment) {
        return TEXT.format(moment);
    }

    /** A JSON number: seconds since 1970 with milliseconds. */
    public static BigDecimal epochSeconds(Instant moment) {
        return BigDecimal.valueOf(moment.toEpochMilli(), MILLISECONDS);
    }

    /** Like {@link #epochSeconds}; null for null. */
    public static @Nullable BigDecimal epochSecondsOrNull(@Nullable Instant moment) {
        return moment == null ? null : epochSeconds(moment);
    }
}
