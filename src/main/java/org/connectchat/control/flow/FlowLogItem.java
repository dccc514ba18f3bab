package org.connectchat.control.flow;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.connectchat.flow.log.FlowLogEntry;
import org.jspecify.annotations.Nullable;

/** An action that a flow has run. */
@Schema(name = "FlowLogEntry", description = "An action that the flow of a chat has run.")
record FlowLogItem(
        @Schema(description = "The number of the entry in its chat, from 1", example = "1")
        long number,

        @Schema(description = "When the action ended, on the emulator clock", example = "2026-11-22T15:00:00.795Z")
        Instant at,

        @Schema(description = "The contact in which the action ran", example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
        String contactId,

        @Schema(description = "The flow or the module, by its id", example = "my-flow")
        String flowId,

        @Schema(description = "Its name", example = "my-flow")
        String flowName,

        @Schema(description = "The Identifier of the action", example = "greet")
        String identifier,

        @Schema(description = "The Type of the action", example = "MessageParticipant")
        String type,

        @Schema(
                description = "The parameters that the action has read, with their references resolved; each is cut to "
                        + "1,024 characters",
                example = "{\"Text\": \"Hello\"}")
        Map<String, String> parameters,

        @Schema(description = "The result, the error type, or Success", example = "Success")
        String outcome,

        @Schema(description = "Why the action failed; absent if it did not") @Nullable
        String reason,

        @Schema(description = "The Identifier of the next action; absent if the flow ended there", example = "wait")
        @Nullable
        String nextAction) {

    static FlowLogItem of(FlowLogEntry entry) {
        return new FlowLogItem(
                entry.number(),
                entry.at(),
                entry.contactId(),
                entry.flowId(),
                entry.flowName(),
                entry.identifier(),
                entry.type(),
                entry.parameters(),
                entry.outcome(),
                entry.reason(),
                entry.nextAction());
    }
}
