package org.connectchat.restjson.throttle;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * A token bucket's figures (rule B2).
 *
 * @param rate tokens a second; in configuration null for AWS's default
 * @param burst how many the full bucket holds; in configuration null for AWS's default
 */
public record ThrottleLimit(
        @DecimalMin("0.001") @DecimalMax("1000000") @Nullable
        Double rate,

        @Min(1) @Max(1_000_000) @Nullable Integer burst) {

    /** AWS's figures for every operation without figures of its own. */
    public static final ThrottleLimit DEFAULT = new ThrottleLimit(2.0, 5);

    ThrottleLimit orElse(ThrottleLimit other) {
        return new ThrottleLimit(rate == null ? other.rate : rate, burst == null ? other.burst : burst);
    }
}
