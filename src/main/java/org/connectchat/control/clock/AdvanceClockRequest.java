package org.connectchat.control.clock;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;

/** How far to move the clock ahead. */
@Schema(name = "AdvanceClockRequest", description = "How far to move the clock.", example = "{\"by\": \"PT5M\"}")
record AdvanceClockRequest(
        @Schema(description = "Longer than 0 and at most 3650d", example = "PT5M") @NotNull(message = "is required")
        Duration by) {}
