package org.connectchat.control.settings;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.connectchat.restjson.throttle.ThrottleLimit;
import org.jspecify.annotations.Nullable;

/** The limits of one operation, as the control API shows and changes them. In a change, a member that is null stays. */
@Schema(name = "Rate", description = "The limits of one operation.")
record OperationRate(
        @Schema(description = "Sustained calls per second, 0.001 to 1000000", example = "5")
        @DecimalMin("0.001")
        @DecimalMax("1000000")
        @Nullable
        Double rate,

        @Schema(description = "Maximum burst of calls, 1 to 1000000", example = "8") @Min(1) @Max(1_000_000) @Nullable
        Integer burst) {

    static OperationRate of(ThrottleLimit limit) {
        return new OperationRate(limit.rate(), limit.burst());
    }

    ThrottleLimit toLimit() {
        return new ThrottleLimit(rate, burst);
    }
}
