package org.connectchat.flow.run;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.connectchat.chat.session.ChatState;
import org.connectchat.flow.action.ContactFlowData;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.execution.Activity;
import org.connectchat.flow.execution.FlowRun;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.routing.QueueLines;
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

    /** Reads where a flow stands. The caller holds the lock of the chat. */
    static FlowPosition of(ContactFlow flow, ChatState state, QueueLines lines) {
        FlowRun current = flow.runs().current();
        Run run = current == null || current.position() == null ? null : run(current);
        QueuedContact queued = flow.place().queued();
        return new FlowPosition(
                state.contact().id(),
                state(flow, run),
                run,
                hooks(flow.data()),
                flow.data().target(),
                queued,
                queued == null ? null : position(queued, lines));
    }

    private static State state(ContactFlow flow, @Nullable Run run) {
        if (run != null) {
            return run.waitsFor() == null ? State.RUNNING : State.WAITING;
        }
        return flow.hasBegun() ? State.ENDED : State.NOT_BEGUN;
    }

    private static Run run(FlowRun current) {
        String identifier = current.position();
        FlowAction action = identifier == null ? null : current.flow().action(identifier);
        Activity waiting = current.waiting();
        return new Run(
                current.kind(),
                current.flow().id(),
                current.flow().name(),
                current.depth(),
                identifier,
                action == null ? null : action.type(),
                waiting == null ? null : waiting.waitsFor(),
                waiting == null ? null : waiting.until());
    }

    private static Map<String, String> hooks(ContactFlowData data) {
        Map<String, String> hooks = new TreeMap<>();
        Arrays.stream(Hook.values()).forEach(hook -> {
            String flowId = data.hook(hook);
            if (flowId != null) {
                hooks.put(hook.word(), flowId);
            }
        });
        return hooks;
    }

    /** Null if an agent is about to take the contact out of its line. */
    private static @Nullable Integer position(QueuedContact queued, QueueLines lines) {
        var position = lines.position(queued.contactId());
        return position.isPresent() ? position.getAsInt() : null;
    }
}
