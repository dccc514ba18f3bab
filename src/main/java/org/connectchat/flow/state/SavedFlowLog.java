package org.connectchat.flow.state;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest actions of a chat.
 *
 * @param last the number of the latest entry; 0 if there was none
 * @param entries the oldest first
 */
public record SavedFlowLog(long last, List<Entry> entries) {

    /** One action. */
    public record Entry(
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

        /** Without parameters and outcome, which may be about a customer. */
        @Override
        public String toString() {
            return "Entry[" + number + "]";
        }
    }
}
