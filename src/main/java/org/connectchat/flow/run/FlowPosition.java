package org.connectchat.flow.run;

import java.time.Instant;
import java.util.Map;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.jspecify.annotations.Nullable;

/**
 * Where the flow of a chat stands at one moment (rule F80).
 *
 * @param contactId the contact in which the chat goes on, or ended
 * @param run what runs or waits; null if nothing does
 * @param hooks the flows that are set for events, by the names of the flow language
 * @param targetQueue the queue that the flow has chosen, or null
 * @param queued the place in a queue, or null
 * @param positionInQueue from 1 on; null if the chat waits in no queue
 */
public record FlowPosition(
        String contactId,
        State state,
        @Nullable Run run,
        Map<String, String> hooks,
        @Nullable Queue targetQueue,
        @Nullable QueuedContact queued,
        @Nullable Integer positionInQueue) {

    /** How far a flow has come. */
    public enum State {
        /** The customer has not connected. */
        NOT_BEGUN,
        /** An action runs, or is about to. */
        RUNNING,
        /** An action waits for something. */
        WAITING,
        /** No flow runs any more: it has ended, an agent broke it off, or the chat has ended. */
        ENDED
    }

    /**
     * A run of a flow.
     *
     * @param depth how many modules the run is in
     * @param identifier of the action that runs, waits, or is next; null between the last action and the end
     * @param type of that action
     * @param waitsFor in words; null if the action does not wait
     * @param until when the wait ends at the latest, on the emulator's clock; null for no limit
     */
    public record Run(
            RunKind kind,
            String flowId,
            String flowName,
            int depth,
            @Nullable String identifier,
            @Nullable String type,
            @Nullable String waitsFor,
            @Nullable Instant until) {}
}
