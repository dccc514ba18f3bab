package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Min;
import java.util.function.Predicate;
import org.connectchat.control.Criterion;
import org.connectchat.flow.log.FlowLogEntry;
import org.jspecify.annotations.Nullable;

/** The entries of a flow log that a caller asks for. A member that is null matches every entry. */
record FlowLogQuery(
        @Parameter(description = "Actions of this Identifier") @Nullable
        String identifier,

        @Parameter(description = "Actions of this Type, such as MessageParticipant") @Nullable
        String type,

        @Parameter(description = "Actions with this result or error type, such as Success or NoMatchingError") @Nullable
        String outcome,

        @Parameter(description = "Actions of this flow or module, by its id") @Nullable
        String flowId,

        @Parameter(description = "Entries with a greater number than this one") @Min(0) @Nullable
        Long after) {

    Predicate<FlowLogEntry> filter() {
        return entry -> Criterion.matches(identifier, entry.identifier())
                && Criterion.matches(type, entry.type())
                && Criterion.matches(outcome, entry.outcome())
                && Criterion.matches(flowId, entry.flowId())
                && (after == null || entry.number() > after);
    }
}
