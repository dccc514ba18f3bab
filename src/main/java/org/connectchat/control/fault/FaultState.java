package org.connectchat.control.fault;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A fault in force, as the control API shows it. */
@Schema(name = "Fault", description = "A fault in force.")
record FaultState(
        @Schema(description = "Names the fault in paths", example = "fault-1")
        String id,

        @Schema(
                description = "Calls of this operation, by its AWS name; not for faults of sockets",
                example = "SendMessage")
        @Nullable
        String operation,

        @Schema(description = "Calls and sockets of this instance, by its id") @Nullable
        String instanceId,

        @Schema(
                description = "Calls and sockets of the session that this contact belongs to; any contact id of the "
                        + "session finds it")
        @Nullable
        String contactId,

        @Schema(description = "Probability per call or frame", example = "1")
        double probability,

        @Schema(description = "Maximum number of hits; unlimited if absent", example = "1") @Nullable
        Integer count,

        @Schema(description = "How long the fault remains, on the system clock; absent if it stays until it is removed")
        @Nullable
        Duration ttl,

        @Schema(description = "BEFORE or AFTER the operation does its work; absent for faults of sockets")
        FaultRule.@Nullable When when,

        @Schema(description = "What goes wrong") FaultEffect effect,

        @Schema(description = "Number of hits so far", example = "0")
        int strikes) {

    static FaultState of(Fault fault) {
        FaultRule rule = fault.rule();
        return new FaultState(
                fault.id(),
                rule.operation(),
                rule.instanceId(),
                rule.contactId(),
                requireNonNullElse(rule.probability(), 1.0),
                rule.count(),
                fault.left(),
                rule.effect().type().isOfCalls() ? fault.when() : null,
                rule.effect(),
                fault.hits());
    }
}
