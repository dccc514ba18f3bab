package org.connectchat.flow.execution;

import java.util.Objects;
import java.util.function.BiFunction;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.flow.action.ContentKeys;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.Outcome.Work;
import org.connectchat.flow.action.RunData;
import org.connectchat.flow.action.RunKind;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.SavedContents;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.state.SavedRun;
import org.connectchat.flow.state.StatePath;
import org.jspecify.annotations.Nullable;

/** One run of a flow, which takes one {@link Turn} after the other. It is guarded by the lock of the chat. */
public final class FlowRun {

    private final RunKind kind;
    private final RunServices services;
    private final RunPlace place;
    private @Nullable Activity activity;
    private @Nullable Outcome settled;
    private final ActionsInARow actions;
    private boolean over;

    /** A run that stands at the start of a flow. */
    public FlowRun(RunKind kind, RunnableFlow flow, RunServices services) {
        this(kind, services, new RunPlace(flow), new ActionsInARow());
    }

    private FlowRun(RunKind kind, RunServices services, RunPlace place, ActionsInARow actions) {
        this.kind = kind;
        this.services = services;
        this.place = place;
        this.actions = actions;
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

    /** The run as it stands. An action that changes nothing until its wait is over runs again after a load. */
    public SavedRun save(ContentKeys keys) {
        SavedRun.Activity saved = SavedActivities.save(activity, settled);
        boolean runsAgain = saved == null && (settled != null || waiting() != null);
        return new SavedRun(
                kind.name(),
                place.save(keys),
                place.saveCallers(keys),
                Math.max(0, actions.count() - (runsAgain ? 1 : 0)),
                actions.save(keys),
                saved);
    }

    /** A run that was saved. It goes on from {@link #resume} on. */
    public static FlowRun of(SavedRun saved, RunServices services, SavedContents contents, StatePath path) {
        FlowRun run = new FlowRun(
                path.member("kind").word(RunKind.class, saved.kind()),
                services,
                RunPlace.of(saved, contents, path),
                ActionsInARow.of(saved.actions(), saved.latest(), contents, path));
        SavedRun.Activity activity = saved.activity();
        if (activity != null) {
            StatePath at = path.member("activity");
            run.activity = SavedActivities.read(activity, run.place.action(), services, at);
            run.settled = SavedActivities.outcome(activity, at);
        }
        return run;
    }

    /** A run that was loaded goes on waiting; returns whether it has a turn to take. */
    public boolean resume(RunningChat chat) {
        if (activity != null) {
            activity.goOnWaiting(chat, services.deadlines());
        }
        Activity waiting = waiting();
        return waiting == null || waiting.hasWork();
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
            if (!actions.add(flow(), place.action())) {
                actions.stop(chat, flow(), place.action(), log);
                breakOff();
                return new Turn.Over(true, DisconnectReason.SYSTEM_ERROR);
            }
            try {
                outcome = run(chat);
            } catch (MemoryNeeded needed) {
                actions.takeBack();
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
        return stubbed == null ? started.run(services.types().find(action.type()), step(chat, started)) : stubbed;
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
            actions.startAgain();
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
        Turn turn = new RunCourse(place).goOn(chat, done, outcome, log);
        if (!(turn instanceof Turn.Again)) {
            breakOff();
        }
        return turn;
    }
}
