package org.connectchat.flow.log;

import java.time.Instant;
import java.util.Map;
import org.connectchat.flow.state.SavedFlowLog;
import org.jspecify.annotations.Nullable;

/**
 * One action that a chat has run (rule F79).
 *
 * @param number from 1 on for each chat
 * @param parameters those that the action has read, with their references resolved; empty if the log does not show them
 * @param outcome the result, the error type, or the word {@code Success}
 * @param reason why it failed, or null
 * @param nextAction null if the flow ended there
 */
public record FlowLogEntry(
        long number,
        Instant at,
        String contactId,
        String flowId,
        String flowName,
        String identifier,
        String type,
        Map<String, String> parameters,
        String outcome,
        @Nullable String reason,
        @Nullable String nextAction) {

    SavedFlowLog.Entry save() {
        return new SavedFlowLog.Entry(
                number, at, contactId, flowId, flowName, identifier, type, parameters, outcome, reason, nextAction);
    }

    static FlowLogEntry of(SavedFlowLog.Entry saved) {
        return new FlowLogEntry(
                saved.number(),
                saved.at(),
                saved.contactId(),
                saved.flowId(),
                saved.flowName(),
                saved.identifier(),
                saved.type(),
                saved.parameters(),
                saved.outcome(),
                saved.reason(),
                saved.nextAction());
    }
}
