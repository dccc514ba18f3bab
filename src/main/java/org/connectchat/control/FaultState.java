package org.connectchat.control;

import static java.util.Objects.requireNonNullElse;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A fault as it stands. */
record FaultState(
        String id,
        @Nullable String operation,
        @Nullable String instanceId,
        @Nullable String contactId,
        double probability,
        @Nullable Integer count,

        @Schema(description = "How long it still lives, on the real clock") @Nullable
        Duration ttl,

        FaultRule.@Nullable When when,
        FaultEffect effect,

        @Schema(description = "How often it has struck") int strikes) {

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
                rule.effect().type().isOfSockets() ? null : fault.when(),
                rule.effect(),
                fault.struck());
    }
}
