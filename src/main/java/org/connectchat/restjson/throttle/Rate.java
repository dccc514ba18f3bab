package org.connectchat.restjson.throttle;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A limit as the configuration and the control API spell it.
 *
 * @param rate tokens a second; null to leave it as it is
 * @param burst tokens that a full bucket holds; null to leave it as it is
 */
public record Rate(
        @DecimalMin("0.001") @DecimalMax("1000000") @Nullable
        Double rate,

        @Min(1) @Max(1_000_000) @Nullable Integer burst) {

    /** The spelling of a limit. */
    public static Rate of(ThrottleLimit limit) {
        return new Rate(limit.perSecond(), limit.burst());
    }

    /** The members that are set, in the spelling of the settings. */
    @Override
    public String toString() {
        return Stream.of(rate == null ? "" : "rate=" + rate, burst == null ? "" : "burst=" + burst)
                .filter(member -> !member.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Whether it sets anything. */
    public boolean setsAnything() {
        return rate != null || burst != null;
    }

    Rate over(Rate earlier) {
        return new Rate(rate == null ? earlier.rate : rate, burst == null ? earlier.burst : burst);
    }

    ThrottleLimit over(ThrottleLimit limit) {
        return new ThrottleLimit(rate == null ? limit.perSecond() : rate, burst == null ? limit.burst() : burst);
    }
}
