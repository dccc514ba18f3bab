package org.connectchat.flow.run;

import java.util.function.BiFunction;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.flow.action.ContentKeys;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.execution.Activity;
import org.connectchat.flow.execution.FlowLogbook;
import org.connectchat.flow.execution.FlowRun;
import org.connectchat.flow.execution.Turn;
import org.connectchat.flow.state.SavedRun;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The run of a chat that goes on, one at a time. It is guarded by the lock of the chat. */
final class Runs {

    private final ContactParts parts;
    private @Nullable FlowRun run;
    private @Nullable DisconnectReason ending;

    Runs(ContactParts parts) {
        this.parts = parts;
    }

    /** The run that goes on, or null. */
    @Nullable
    FlowRun current() {
        return run;
    }

    /** Rule F44: the role that alone hears the run, or null if all participants do. */
    @Nullable
    ParticipantRole hearsAlone() {
        if (run == null || !run.kind().isWhisper()) {
            return null;
        }
        return run.kind() == RunKind.AGENT_WHISPER ? ParticipantRole.AGENT : ParticipantRole.CUSTOMER;
    }

    /** The run as it stands. */
    @Nullable
    SavedRun save(ContentKeys keys) {
        return run == null ? null : run.save(keys);
    }

    /** Why the chat is to end, or null. */
    @Nullable
    DisconnectReason ending() {
        return ending;
    }

    /** Restores a run that was saved; {@link #resume} goes on with it. */
    void restore(@Nullable FlowRun saved, @Nullable DisconnectReason savedEnding) {
        run = saved;
        ending = savedEnding;
    }

    /** Goes on waiting; returns whether the run has a turn to take. */
    boolean resume(RunChat chat) {
        return run != null && run.resume(chat);
    }

    /** Begins a run in the place of the one that goes on; without a flow, none goes on. */
    void begin(RunKind kind, @Nullable RunnableFlow flow) {
        replace(flow == null ? null : new FlowRun(kind, flow, parts.services().runs()));
    }

    /** Begins a whisper flow, which can name the agent. */
    void beginWhisper(RunKind kind, RunnableFlow flow, JsonNode agent) {
        FlowRun whisper = new FlowRun(kind, flow, parts.services().runs());
        whisper.data().set("Agent", agent);
        replace(whisper);
    }

    private void replace(@Nullable FlowRun next) {
        breakOff();
        ending = null;
        run = next;
        parts.wake();
    }

    void breakOff() {
        if (run != null) {
            run.breakOff();
        }
        run = null;
    }

    /** The run has come to its end, and its chat is to end. */
    Turn end(DisconnectReason reason) {
        ending = reason;
        return new Turn.End(reason);
    }

    boolean isEnding() {
        return ending != null;
    }

    /** Rule F36: whether a message of the customer stays out of the transcript. */
    boolean hides(ChatMessage message) {
        Activity waiting = run == null ? null : run.waiting();
        boolean isTaken = waiting != null && waiting.takes(message);
        return (waiting != null && waiting.hides(message))
                || parts.data().hidden().hides(message, isTaken);
    }

    /** Tells the action that waits that something has happened; it may go on because of it. */
    void tell(RunChat chat, BiFunction<Pending, Step, @Nullable Outcome> event) {
        if (run != null && run.tell(chat, event)) {
            parts.wake();
        }
    }

    /** The work of an action is done. */
    Turn complete(RunChat chat, Turn.ToDo done, Work.Completion completion) {
        return run == null ? new Turn.Idle() : run.complete(chat, done.number(), completion);
    }

    /** The moment has come that an action waits for. */
    Turn due(RunChat chat, long number) {
        return run == null ? new Turn.Idle() : run.due(chat, number);
    }

    /** The action that waits goes on as if its moment had come. */
    Turn due(RunChat chat) {
        return run == null ? new Turn.Idle() : run.due(chat);
    }

    /** The action fails that is to run or that waits. */
    void fail(RunChat chat, String reason) {
        if (run != null) {
            run.fail(chat, reason);
        }
    }

    /** Takes the next turn. */
    Turn turn(RunChat chat, FlowLogbook log) {
        return run == null || ending != null ? new Turn.Idle() : run.turn(chat, log);
    }
}
