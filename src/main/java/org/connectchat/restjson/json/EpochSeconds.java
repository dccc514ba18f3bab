package org.connectchat.restjson.json;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Timestamps as Amazon Connect writes them: JSON numbers, seconds since 1970 with milliseconds. */
public final class EpochSeconds {

    private static final int MILLISECONDS = 3;

    private EpochSeconds() {}

    public static BigDecimal of(Instant moment) {
        return BigDecimal.valueOf(moment.toEpochMilli(), MILLISECONDS);
    }

    public static @Nullable BigDecimal orNull(@Nullable Instant moment) {
        return moment == null ? null : of(moment);
    }
}
