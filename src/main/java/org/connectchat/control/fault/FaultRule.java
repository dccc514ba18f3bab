package org.connectchat.control.fault;

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
@Schema(
        name = "FaultRequest",
        description = "Which calls or sockets fail, and how. A call must match every member that is given.",
        example = "{\"operation\": \"SendMessage\", \"count\": 1, \"effect\": {\"type\": \"ERROR\", \"errorCode\": "
                + "\"ThrottlingException\"}}")
record FaultRule(
        @Schema(
                description = "Calls of this operation, by its AWS name; not for faults of sockets",
                example = "SendMessage")
        @Nullable
        String operation,

        @Schema(description = "Calls and sockets of this instance, by its id") @Size(min = 1, max = 100) @Nullable
        String instanceId,

        @Schema(
                description = "Calls and sockets of the session that this contact belongs to; any contact id of the "
                        + "session finds it")
        @Size(min = 1, max = 256)
        @Nullable
        String contactId,

        @Schema(description = "How likely each call or frame is struck, from 0 to 1; 1 if absent", example = "1")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable
        Double probability,

        @Schema(description = "Strikes at most this often; without a limit if absent", example = "1")
        @Min(1)
        @Max(1_000_000_000)
        @Nullable
        Integer count,

        @Schema(
                description = "Removes the fault after this time, on the system clock; it stays if absent",
                example = "PT10M")
        @Nullable
        Duration ttl,

        @Schema(
                description = "BEFORE, if absent: the operation does nothing. AFTER: the operation does its work "
                        + "and only the response is replaced, delayed or lost")
        @Nullable
        When when,

        @Schema(description = "What goes wrong") @NotNull(message = "is required") @Valid
        FaultEffect effect) {

    /** Where in a call it strikes. */
    enum When {
        /** The operation does nothing. */
        BEFORE,
        /** The operation has done its work; only the answer is another, late or lost. */
        AFTER
    }
}
