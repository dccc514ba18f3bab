package org.connectchat.connect;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Timestamps as Amazon Connect writes them: JSON numbers, seconds since 1970 with milliseconds. */
final class EpochSeconds {

    private static final int MILLISECONDS = 3;

    private EpochSeconds() {}

    static BigDecimal of(Instant moment) {
        return BigDecimal.valueOf(moment.toEpochMilli(), MILLISECONDS);
    }

    static @Nullable BigDecimal orNull(@Nullable Instant moment) {
        return moment == null ? null : of(moment);
    }
}
