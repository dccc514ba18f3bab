package org.connectchat.flow.execution;

import java.util.List;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.flow.action.ContentKeys;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.SavedContents;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.state.SavedRun;
import org.connectchat.flow.state.StatePath;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The actions that a run has run without waiting for anything, of which there may be 1,000 (rule F81). */
final class ActionsInARow {

    private static final Logger LOG = LoggerFactory.getLogger(ActionsInARow.class);
    private static final int MAXIMUM = 1_000;

    private final Cycle cycle = new Cycle();
    private int count;

    /** Counts the next action; false if there are too many. */
    boolean add(RunnableFlow flow, FlowAction action) {
        if (++count > MAXIMUM) {
            return false;
        }
        if (count > MAXIMUM - Cycle.ACTIONS) {
            cycle.add(flow, action);
        } else {
            cycle.clear();
        }
        return true;
    }

    /** The latest action runs once more. */
    void takeBack() {
        count--;
    }

    /** The run has waited for something. */
    void startAgain() {
        count = 0;
    }

    /** Notes that the run is stopped at the action that would be one too many. */
    void stop(RunningChat chat, RunnableFlow flow, FlowAction action, FlowLogbook log) {
        LOG.warn(
                "contact={} flow {} has run {} actions without waiting for anything; the latest ones were {}",
                chat.contact().id(),
                flow,
                MAXIMUM,
                cycle);
        Outcome stopped = Outcome.failure(
                DisconnectReason.SYSTEM_ERROR.name(),
                "The flow is stopped with SYSTEM_ERROR, because it has run " + MAXIMUM
                        + " actions without waiting for anything; the latest ones were " + cycle);
        log.add(DoneAction.of(flow, new Activity(action, RunStep.noParameters()), stopped, null));
    }

    int count() {
        return count;
    }

    List<SavedRun.Step> save(ContentKeys keys) {
        return cycle.save(keys);
    }

    static ActionsInARow of(int count, List<SavedRun.Step> latest, SavedContents contents, StatePath path) {
        ActionsInARow actions = new ActionsInARow();
        actions.count = (int) path.member("actions").within(0, MAXIMUM, count);
        actions.cycle.restore(latest, contents, path.member("latest"));
        return actions;
    }
}
