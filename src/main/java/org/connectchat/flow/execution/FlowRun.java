package org.connectchat.flow.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiFunction;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.RunData;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.reference.Reference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One run of a flow: where it stands, its data, and the modules that it is in. A run takes one {@link Turn} after the
 * other. It is guarded by the lock of the chat.
 */
final class FlowRun {

    private static final Logger LOG = LoggerFactory.getLogger(FlowRun.class);

    /** Rule F81: the actions of a run without waiting for anything. */
    private static final int MAX_ACTIONS = 1_000;

    /** Where a module returns to. */
    private record Caller(RunnableFlow flow, FlowAction action, RunData data) {}

    private final RunKind kind;
    private final FlowServices services;
    private final Deque<Caller> callers = new ArrayDeque<>(1);
    private RunnableFlow flow;
    private RunData data = new RunData();
    private @Nullable String position;
    private @Nullable Activity activity;
    private @Nullable Outcome settled;
    private int actionsInARow;
    private boolean over;

    FlowRun(RunKind kind, RunnableFlow flow, FlowServices services) {
        this.kind = kind;
        this.flow = flow;
        this.services = services;
        this.position = flow.content().startAction();
    }

    RunKind kind() {
        return kind;
    }

    RunnableFlow flow() {
        return flow;
    }

    RunData data() {
        return data;
    }

    boolean isInModule() {
        return !callers.isEmpty();
    }

    /** How many modules the run is in. */
    int depth() {
        return callers.size();
    }

    /** The action at which the run stands, or null if it is over. */
    @Nullable
    String position() {
        return over ? null : position;
    }

    /** What the run waits for, or null. */
    @Nullable
    Activity waiting() {
        return settled == null && activity != null && activity.pending() != null ? activity : null;
    }

    @Nullable
    JsonNode value(Reference reference, RunChat chat) {
        return data.has(reference.root()) ? data.value(reference) : chat.value(reference);
    }

    /** Runs the next action, or goes on after one that has waited. */
    Turn turn(RunChat chat, FlowLogbook log) {
        if (over) {
            return new Turn.Idle();
        }
        Outcome outcome = settled;
        if (outcome == null) {
            Activity current = activity;
            if (current != null && current.pending() != null) {
                return current.takeWork();
            }
            if (++actionsInARow > MAX_ACTIONS) {
                LOG.warn(
                        "contact={} flow {} has run {} actions without waiting for anything; the last one was {}",
                        chat.contact().id(),
                        flow,
                        MAX_ACTIONS,
                        position);
                return finish(false, DisconnectReason.SYSTEM_ERROR);
            }
            try {
                outcome = run(chat);
            } catch (MemoryNeeded needed) {
                actionsInARow--;
                return new Turn.NeedsMemory(needed.bytes());
            }
            if (outcome instanceof Outcome.Waiting waiting) {
                wait(chat, waiting.pending());
                return new Turn.Again();
            }
        }
        settled = null;
        return goOn(chat, outcome, log);
    }

    private Outcome run(RunChat chat) {
        FlowAction action = position == null ? null : flow.action(position);
        if (action == null) {
            throw new IllegalStateException("Flow " + flow + " has no action " + position);
        }
        Activity started = new Activity(action, RunStep.noParameters());
        activity = started;
        Outcome stubbed = services.stubs().take(flow, action, step(chat, started));
        if (stubbed != null) {
            return stubbed;
        }
        return started.run(services.types().find(action.type()), step(chat, started));
    }

    /** Tells the action that waits that something has happened; returns whether it goes on because of it. */
    boolean tell(RunChat chat, BiFunction<Pending, Step, @Nullable Outcome> event) {
        Activity waiting = waiting();
        Pending pending = waiting == null ? null : waiting.pending();
        if (waiting == null || pending == null) {
            return false;
        }
        Outcome outcome = event.apply(pending, step(chat, waiting));
        if (outcome != null) {
            settle(chat, outcome);
            actionsInARow = 0;
        }
        return outcome != null;
    }

    /** The work of an action is done. */
    Turn complete(RunChat chat, long number, Work.Completion completion) {
        Activity waiting = waiting();
        if (waiting != null && waiting.isWait(number)) {
            try {
                settle(chat, completion.apply(step(chat, waiting)));
            } catch (MemoryNeeded needed) {
                return new Turn.NeedsMemory(needed.bytes());
            }
        }
        return new Turn.Again();
    }

    /** The moment has come that an action waits for. */
    Turn due(RunChat chat, long number) {
        Activity waiting = waiting();
        return waiting != null && waiting.isWait(number) ? due(chat) : new Turn.Idle();
    }

    /** The action that waits goes on as if its moment had come. */
    Turn due(RunChat chat) {
        try {
            return tell(chat, Pending::due) ? new Turn.Again() : new Turn.Idle();
        } catch (MemoryNeeded needed) {
            return new Turn.NeedsMemory(needed.bytes());
        }
    }

    /** The action that is to run, or that waits, fails. */
    void fail(RunChat chat, String reason) {
        if (activity != null && !over) {
            settle(chat, Outcome.failure(reason));
        }
    }

    private Step step(RunChat chat, Activity of) {
        return new RunStep(of, new RunView(kind, flow, callers.size(), data), chat);
    }

    /** The action that waits has an outcome, which may be to wait for something else. */
    private void settle(RunChat chat, Outcome outcome) {
        stopWaiting();
        if (outcome instanceof Outcome.Waiting waiting) {
            wait(chat, waiting.pending());
        } else {
            settled = outcome;
        }
    }

    private void wait(RunChat chat, Pending pending) {
        Activity current = activity;
        if (current != null) {
            current.wait(pending, chat, services.deadlines());
        }
    }

    private void stopWaiting() {
        if (activity != null) {
            activity.stop(services.deadlines());
        }
    }

    /** Breaks the run off; it runs no further action. */
    void breakOff() {
        stopWaiting();
        activity = null;
        settled = null;
        over = true;
    }

    private Turn goOn(RunChat chat, Outcome outcome, FlowLogbook log) {
        Activity done = activity;
        activity = null;
        if (done == null) {
            throw new IllegalStateException("No action of flow " + flow + " is running");
        }
        FlowAction action = done.action();
        if (outcome instanceof Outcome.Return || outcome instanceof Outcome.ReturnFailed) {
            return returned(chat, done, outcome, log);
        }
        String next = NextAction.after(action, outcome, reference -> value(reference, chat));
        log.add(flow, done, outcome, next);
        if (outcome instanceof Outcome.EndOfFlow end) {
            return finish(end.disconnects(), DisconnectReason.CONTACT_FLOW_DISCONNECT);
        }
        if (outcome instanceof Outcome.Queued) {
            breakOff();
            return new Turn.Queued();
        }
        if (outcome instanceof Outcome.Transfer transfer) {
            data = callers.isEmpty() ? data : callers.getLast().data(); // no module's data comes out of it (rule F17)
            callers.clear();
            data.remove("FlowAttributes");
            return begin(transfer.flow());
        }
        if (outcome instanceof Outcome.Invoke invoke) {
            callers.push(new Caller(flow, action, data));
            data = new RunData();
            data.put("Modules", "Input", invoke.input());
            return begin(invoke.module());
        }
        return moveTo(next);
    }

    private Turn begin(RunnableFlow next) {
        flow = next;
        position = next.content().startAction();
        return new Turn.Again();
    }

    /** Goes on after the action that invoked the module. */
    private Turn returned(RunChat chat, Activity done, Outcome returned, FlowLogbook log) {
        Caller caller = callers.poll();
        if (caller == null) {
            log.add(flow, done, Outcome.failure("The action belongs to no module"), null);
            return finish(false, DisconnectReason.CONTACT_FLOW_DISCONNECT);
        }
        log.add(flow, done, returned, caller.action().identifier());
        flow = caller.flow();
        data = caller.data();
        position = caller.action().identifier();
        activity = new Activity(caller.action(), RunStep.noParameters());
        return goOn(chat, ModuleReturns.taken(returned, data), log);
    }

    private Turn moveTo(@Nullable String next) {
        if (next == null) {
            return finish(false, DisconnectReason.CONTACT_FLOW_DISCONNECT);
        }
        position = next;
        return new Turn.Again();
    }

    private Turn finish(boolean disconnects, DisconnectReason reason) {
        breakOff();
        return new Turn.Over(disconnects || reason == DisconnectReason.SYSTEM_ERROR, reason);
    }
}
