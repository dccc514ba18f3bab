package org.connectchat.control;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When something is to go wrong, and what. What is not given leaves it open. */
record FaultRule(
        @Schema(description = "Only calls of this operation; not of faults of sockets") @Nullable
        String operation,

        @Schema(description = "Only of this instance, by its id; once the call's instance is known")
        @Size(min = 1, max = 100)
        @Nullable
        String instanceId,

        @Schema(description = "Only of this contact, once that is known") @Size(min = 1, max = 256) @Nullable
        String contactId,

        @Schema(description = "How likely each call or frame is struck; 1 unless given")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable
        Double probability,

        @Schema(description = "How many times it strikes at most") @Min(1) @Max(1_000_000_000) @Nullable
        Integer count,

        @Schema(description = "How long it lives, on the real clock; it stays until it is removed unless given")
        @Nullable
        Duration ttl,

        @Schema(
                description =
                        "BEFORE the operation does anything, which is so unless given, or AFTER it has done its work")
        @Nullable
        When when,

        @NotNull(message = "is required") @Valid FaultEffect effect) {

    /** Where in a call it strikes. */
    enum When {
        /** The operation does nothing. */
        BEFORE,
        /** The operation has done its work; only the answer is another, late or lost. */
        AFTER
    }
}
