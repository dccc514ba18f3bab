package org.connectchat.flow.execution;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Outcome.Pending;
import org.connectchat.flow.action.SavedOutcomes;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.state.SavedOutcome;
import org.connectchat.flow.state.SavedRun;
import org.connectchat.flow.state.SavedWait;
import org.connectchat.flow.state.StatePath;
import org.connectchat.flow.stub.StubDelay;
import org.jspecify.annotations.Nullable;

/** Actions that wait or have waited, as a document of state has them. */
final class SavedActivities {

    private SavedActivities() {}

    /** Saves an action; null if it is to run again, because it changes nothing until its wait is over. */
    static SavedRun.@Nullable Activity save(@Nullable Activity activity, @Nullable Outcome settled) {
        Pending pending = activity == null ? null : activity.pending();
        SavedWait wait = pending == null ? null : pending.save();
        SavedOutcome outcome = SavedOutcomes.save(settled);
        return activity == null || (wait == null && outcome == null) ? null : activity.save(wait, outcome);
    }

    /** An action that was saved. */
    static Activity read(SavedRun.Activity saved, FlowAction action, RunServices services, StatePath path) {
        path.require((saved.waiting() == null) != (saved.outcome() == null), "must have one of waiting and outcome");
        Pending pending = saved.waiting() == null
                ? null
                : pending(saved.waiting(), action.type(), services, path.member("waiting"));
        return Activity.of(action, saved, pending);
    }

    private static Pending pending(SavedWait wait, String actionType, RunServices services, StatePath path) {
        path.require(wait.hasOneMember(), "must have one member");
        if (wait.stub() != null) {
            return StubDelay.resume(wait.stub(), path.member("stub"));
        }
        ActionType type = services.types().find(actionType);
        if (type == null) {
            throw path.wrong("is no wait of an action of type " + actionType);
        }
        return type.resume(wait, path);
    }

    /** How an action that was saved ended; null if it waits. */
    static @Nullable Outcome outcome(SavedRun.Activity saved, StatePath path) {
        SavedOutcome outcome = saved.outcome();
        return outcome == null ? null : SavedOutcomes.read(outcome, path.member("outcome"));
    }
}
