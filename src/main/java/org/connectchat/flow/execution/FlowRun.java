package org.connectchat.flow.execution;

import java.util.Objects;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a flow, which takes one {@link Turn} after the other. It is guarded by the lock of the chat. */
public final class FlowRun {

    private static final Logger LOG = LoggerFactory.getLogger(FlowRun.class);

    /** Rule F81: the actions of a run without waiting for anything. */
    private static final int MAX_ACTIONS = 1_000;

    private final RunKind kind;
    private final RunServices services;
    private final RunPlace place;
    private @Nullable Activity activity;
    private @Nullable Outcome settled;
    private final Cycle cycle = new Cycle();
    private int actionsInARow;
    private boolean over;

    /** A run that stands at the start of a flow. */
    public FlowRun(RunKind kind, RunnableFlow flow, RunServices services) {
        this.kind = kind;
        this.services = services;
        this.place = new RunPlace(flow);
    }

    /** What the run is for. */
    public RunKind kind() {
        return kind;
    }

    /** The flow or the module that runs. */
    public RunnableFlow flow() {
        return place.flow();
    }

    /** The data of the run. */
    public RunData data() {
        return place.data();
    }

    /** How many modules the run is in. */
    public int depth() {
        return place.depth();
    }

    /** The action at which the run stands, or null if it is over. */
    public @Nullable String position() {
        return over ? null : place.position();
    }

    /** The action that waits, or null. */
    public @Nullable Activity waiting() {
        return settled == null && activity != null && activity.pending() != null ? activity : null;
    }

    /** Runs the next action, or goes on after one that has waited. */
    public Turn turn(RunningChat chat, FlowLogbook log) {
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
                return stopCycle(chat, log);
            }
            if (actionsInARow > MAX_ACTIONS - Cycle.ACTIONS) {
                cycle.add(flow(), place.action());
            } else {
                cycle.clear();
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

    private Outcome run(RunningChat chat) {
        FlowAction action = place.action();
        Activity started = new Activity(action, RunStep.noParameters());
        activity = started;
        Outcome stubbed = services.stubs().take(flow(), action, step(chat, started));
        if (stubbed != null) {
            return stubbed;
        }
        return started.run(services.types().find(action.type()), step(chat, started));
    }

    /** Tells the action that waits that something has happened; returns whether it goes on because of it. */
    public boolean tell(RunningChat chat, BiFunction<Pending, Step, @Nullable Outcome> event) {
        Activity waiting = waiting();
        Pending pending = waiting == null ? null : waiting.pending();
        if (waiting == null || pending == null) {
            return false;
        }
        Outcome outcome = waiting.outcome(step(chat, waiting), step -> event.apply(pending, step));
        if (outcome != null) {
            settle(chat, outcome);
            actionsInARow = 0;
        }
        return outcome != null;
    }

    /** The work of an action is done. */
    public Turn complete(RunningChat chat, long number, Work.Completion completion) {
        Activity waiting = waiting();
        if (waiting != null && waiting.isWait(number)) {
            try {
                Outcome outcome = waiting.outcome(step(chat, waiting), completion::apply);
                settle(chat, Objects.requireNonNull(outcome));
            } catch (MemoryNeeded needed) {
                return new Turn.NeedsMemory(needed.bytes());
            }
        }
        return new Turn.Again();
    }

    /** The moment has come that an action waits for. */
    public Turn due(RunningChat chat, long number) {
        Activity waiting = waiting();
        return waiting != null && waiting.isWait(number) ? due(chat) : new Turn.Idle();
    }

    /** The action that waits goes on as if its moment had come. */
    public Turn due(RunningChat chat) {
        try {
            return tell(chat, Pending::due) ? new Turn.Again() : new Turn.Idle();
        } catch (MemoryNeeded needed) {
            return new Turn.NeedsMemory(needed.bytes());
        }
    }

    /** The action that is to run, or that waits, fails. */
    public void fail(RunningChat chat, String reason) {
        if (activity != null && !over) {
            settle(chat, Outcome.failure(reason));
        }
    }

    private Step step(RunningChat chat, Activity of) {
        return new RunStep(of, new RunView(kind, flow(), depth(), data()), chat);
    }

    /** The action that waits has an outcome, which may be to wait for something else. */
    private void settle(RunningChat chat, Outcome outcome) {
        stopWaiting();
        if (outcome instanceof Outcome.Waiting waiting) {
            wait(chat, waiting.pending());
        } else {
            settled = outcome;
        }
    }

    private void wait(RunningChat chat, Pending pending) {
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
    public void breakOff() {
        stopWaiting();
        activity = null;
        settled = null;
        over = true;
    }

    private Turn goOn(RunningChat chat, Outcome outcome, FlowLogbook log) {
        Activity done = activity;
        activity = null;
        if (done == null) {
            throw new IllegalStateException("No action of flow " + flow() + " is running");
        }
        if (outcome instanceof Outcome.Return || outcome instanceof Outcome.ReturnFailed) {
            return returned(chat, done, outcome, log);
        }
        String next = NextAction.after(done.action(), outcome, reference -> RunStep.value(reference, data(), chat));
        log.add(DoneAction.of(flow(), done, outcome, next));
        if (outcome instanceof Outcome.EndOfFlow end) {
            return finish(end.disconnects(), DisconnectReason.CONTACT_FLOW_DISCONNECT);
        }
        if (outcome instanceof Outcome.Queued) {
            breakOff();
            return new Turn.Queued();
        }
        if (outcome instanceof Outcome.Transfer transfer) {
            place.transferTo(transfer.flow());
        } else if (outcome instanceof Outcome.Invoke invoke) {
            place.enter(invoke.module(), invoke.input());
        } else if (next == null) {
            return finish(false, DisconnectReason.CONTACT_FLOW_DISCONNECT);
        } else {
            place.moveTo(next);
        }
        return new Turn.Again();
    }

    /** Goes on after the action that invoked the module. */
    private Turn returned(RunningChat chat, Activity done, Outcome returned, FlowLogbook log) {
        RunnableFlow module = flow();
        FlowAction caller = place.leave();
        if (caller == null) {
            Outcome failed = Outcome.failure("The action belongs to no module");
            log.add(DoneAction.of(module, done, failed, null));
            return finish(false, DisconnectReason.CONTACT_FLOW_DISCONNECT);
        }
        log.add(DoneAction.of(module, done, returned, caller.identifier()));
        activity = new Activity(caller, RunStep.noParameters());
        return goOn(chat, ModuleReturns.taken(returned, data()), log);
    }

    /** Rule F81. */
    private Turn stopCycle(RunningChat chat, FlowLogbook log) {
        LOG.warn(
                "contact={} flow {} has run {} actions without waiting for anything; the latest ones were {}",
                chat.contact().id(),
                flow(),
                MAX_ACTIONS,
                cycle);
        Outcome stopped = Outcome.failure(
                DisconnectReason.SYSTEM_ERROR.name(),
                "The flow is stopped with SYSTEM_ERROR, because it has run " + MAX_ACTIONS
                        + " actions without waiting for anything; the latest ones were " + cycle);
        log.add(DoneAction.of(flow(), new Activity(place.action(), RunStep.noParameters()), stopped, null));
        return finish(false, DisconnectReason.SYSTEM_ERROR);
    }

    private Turn finish(boolean disconnects, DisconnectReason reason) {
        breakOff();
        return new Turn.Over(disconnects || reason == DisconnectReason.SYSTEM_ERROR, reason);
    }
}
