package org.connectchat.flow.execution;

import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.language.FlowAction;

/** Moves a run on after an action has ended (rules F6 and F88). It is guarded by the lock of the chat. */
final class RunCourse {

    private final RunPlace place;

    RunCourse(RunPlace place) {
        this.place = place;
    }

    /** Moves on; the turn is over, queued or the next action. */
    Turn goOn(RunningChat chat, Activity done, Outcome outcome, FlowLogbook log) {
        if (outcome instanceof Outcome.Return || outcome instanceof Outcome.ReturnFailed) {
            return returned(chat, done, outcome, log);
        }
        String next =
                NextAction.after(done.action(), outcome, reference -> RunStep.value(reference, place.data(), chat));
        log.add(DoneAction.of(place.flow(), done, outcome, next));
        if (outcome instanceof Outcome.EndOfFlow end) {
            return new Turn.Over(end.disconnects(), DisconnectReason.CONTACT_FLOW_DISCONNECT);
        }
        if (outcome instanceof Outcome.Queued) {
            return new Turn.Queued();
        }
        if (outcome instanceof Outcome.Transfer transfer) {
            place.transferTo(transfer.flow());
        } else if (outcome instanceof Outcome.Invoke invoke) {
            place.enter(invoke.module(), invoke.input());
        } else if (next == null) {
            return new Turn.Over(false, DisconnectReason.CONTACT_FLOW_DISCONNECT);
        } else {
            place.moveTo(next);
        }
        return new Turn.Again();
    }

    /** Goes on after the action that invoked the module. */
    private Turn returned(RunningChat chat, Activity done, Outcome returned, FlowLogbook log) {
        RunnableFlow module = place.flow();
        FlowAction caller = place.leave();
        if (caller == null) {
            Outcome failed = Outcome.failure("The action belongs to no module");
            log.add(DoneAction.of(module, done, failed, null));
            return new Turn.Over(false, DisconnectReason.CONTACT_FLOW_DISCONNECT);
        }
        log.add(DoneAction.of(module, done, returned, caller.identifier()));
        Activity invoked = new Activity(caller, RunStep.noParameters());
        return goOn(chat, invoked, ModuleReturns.taken(returned, place.data()), log);
    }
}
