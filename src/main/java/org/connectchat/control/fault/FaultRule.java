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
import org.connectchat.control.InstanceId;
import org.jspecify.annotations.Nullable;

/** The calls or sockets that a fault hits, and what it does to them. A member that is null matches every call. */
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

        @Schema(description = "Calls and sockets of this instance, by its id")
        @Size(min = 1, max = 100)
        @InstanceId
        @Nullable
        String instanceId,

        @Schema(
                description = "Calls and sockets of the session that this contact belongs to; any contact id of the "
                        + "session finds it")
        @Size(min = 1, max = 256)
        @Nullable
        String contactId,

        @Schema(description = "Probability per call or frame, from 0 to 1; 1 if absent", example = "1")
        @DecimalMin("0")
        @DecimalMax("1")
        @Nullable
        Double probability,

        @Schema(description = "Maximum number of hits; unlimited if absent", example = "1")
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
                description = "BEFORE (default): the operation is not carried out. AFTER: it is, but its response is "
                        + "replaced, delayed or lost")
        @Nullable
        When when,

        @Schema(description = "What goes wrong") @NotNull(message = "is required") @Valid
        FaultEffect effect) {

    /** Whether a fault hits before or after the operation. */
    enum When {
        /** The operation is not carried out. */
        BEFORE,
        /** The operation is carried out, but its response is replaced, delayed or lost. */
        AFTER
    }
}
