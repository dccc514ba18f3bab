package org.connectchat.flow.execution;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.state.SavedOutcome;
import org.connectchat.flow.state.SavedRun;
import org.connectchat.flow.state.SavedWait;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An action that runs or waits. It is guarded by the lock of the chat. */
public final class Activity {

    private static final Logger LOG = LoggerFactory.getLogger(Activity.class);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final FlowAction action;
    private final Map<String, String> parameters;
    private @Nullable Pending pending;
    private @Nullable Work work;
    private @Nullable Deadline deadline;
    private long number;
    private boolean hidden;

    Activity(FlowAction action, Map<String, String> parameters) {
        this.action = action;
        this.parameters = parameters;
    }

    FlowAction action() {
        return action;
    }

    /** The parameters that the action has read. */
    Map<String, String> parameters() {
        return parameters;
    }

    /** The flow log shows neither the parameters nor the result. */
    void hide() {
        hidden = true;
    }

    boolean isHidden() {
        return hidden;
    }

    /** Runs the action. */
    Outcome run(@Nullable ActionType type, Step step) {
        if (type == null) {
            return Outcome.failure("No action of type " + action.type() + " is known");
        }
        return Objects.requireNonNull(outcome(step, type::run));
    }

    /** Asks the action for an outcome. One that breaks fails, so that its flow does not stand still. */
    @Nullable
    Outcome outcome(Step step, Function<Step, @Nullable Outcome> asked) {
        try {
            return asked.apply(step);
        } catch (MemoryNeeded needed) {
            throw needed; // it is asked again
        } catch (RuntimeException e) {
            LOG.error("Action {} of flow {} broke", action, step.flow(), e);
            return Outcome.failure("An internal error, which the log of the emulator describes");
        }
    }

    /** What the action waits for, or null. */
    @Nullable
    Pending pending() {
        return pending;
    }

    /** What the action waits for, in words; null if it does not wait. */
    public @Nullable String waitsFor() {
        return pending == null ? null : pending.waitsFor();
    }

    /** Whether a message is a response to what the action has shown. */
    public boolean takes(ChatMessage message) {
        return pending != null && pending.takes(message);
    }

    /** Rule F36: whether a message is meant for the action alone, and stays out of the transcript. */
    public boolean hides(ChatMessage message) {
        return pending != null && pending.hides(message);
    }

    /** When the wait ends at the latest, or null. */
    public @Nullable Instant until() {
        return deadline == null ? null : deadline.at();
    }

    /** Whether this is the wait of that number, and it goes on. */
    boolean isWait(long ofNumber) {
        return pending != null && number == ofNumber;
    }

    void wait(Pending newPending, RunningChat chat, Deadlines deadlines) {
        pending = newPending;
        number = NUMBERS.incrementAndGet();
        work = newPending.work();
        Instant until = newPending.until();
        if (until != null) {
            Deadline due = new Deadline(
                    until, Deadline.Kind.FLOW, chat.contact().instanceId(), chat.sessionId(), Long.toString(number));
            deadline = due;
            deadlines.schedule(due, chat.whenDue(number));
        }
    }

    /** An action as it was when its chat was saved. It waits from {@link #goOnWaiting} on. */
    static Activity of(FlowAction action, SavedRun.Activity saved, @Nullable Pending pending) {
        Activity activity = new Activity(action, new LinkedHashMap<>(saved.parameters()));
        activity.hidden = saved.hidden();
        activity.pending = pending;
        return activity;
    }

    /** An action that was loaded goes on waiting, if it waits. */
    void goOnWaiting(RunningChat chat, Deadlines deadlines) {
        if (pending != null) {
            wait(pending, chat, deadlines);
        }
    }

    /** The action as it is, with what it waits for or its outcome. */
    SavedRun.Activity save(@Nullable SavedWait wait, @Nullable SavedOutcome outcome) {
        Map<String, String> read = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        return new SavedRun.Activity(read, hidden, wait, outcome);
    }

    /** Whether the work of the wait has not begun. */
    boolean hasWork() {
        return work != null;
    }

    /** The work of the wait, once. */
    Turn takeWork() {
        Work toDo = work;
        work = null;
        return toDo == null ? new Turn.Idle() : new Turn.ToDo(toDo, number);
    }

    void stop(Deadlines deadlines) {
        if (deadline != null) {
            deadlines.cancel(deadline);
            deadline = null;
        }
        pending = null;
        work = null;
    }
}
