package org.connectchat.flow.run;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.connectchat.chat.session.ChatState;
import org.connectchat.flow.action.ContactFlowData;
import org.connectchat.flow.action.Hook;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.run.FlowPosition.Run;
import org.connectchat.flow.run.FlowPosition.State;
import org.jspecify.annotations.Nullable;

/** Reads where the flow of a chat stands, under the lock of the chat. */
final class Positions {

    private Positions() {}

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
        Pending pending = waiting == null ? null : waiting.pending();
        return new Run(
                current.kind(),
                current.flow().id(),
                current.flow().name(),
                current.depth(),
                identifier,
                action == null ? null : action.type(),
                pending == null ? null : pending.waitsFor(),
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
