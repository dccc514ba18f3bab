package org.connectchat.control.clock;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** The moment that the clock is set to. */
@Schema(name = "SetClockRequest", description = "The moment to show.", example = "{\"to\": \"2030-01-05T10:00:00Z\"}")
record SetClockRequest(
        @Schema(description = "From year 1970 to year 9979", example = "2030-01-05T10:00:00Z")
        @NotNull(message = "is required")
        Instant to) {}
