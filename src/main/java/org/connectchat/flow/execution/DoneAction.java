package org.connectchat.flow.execution;

import java.util.Map;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.language.FlowAction;
import org.jspecify.annotations.Nullable;

/**
 * An action that a run has run, for the flow log (rule F79).
 *
 * @param parameters the parameters that it has read, resolved
 * @param isHidden whether the log shows neither parameters nor result
 * @param next the identifier of the action that follows, or null
 */
public record DoneAction(
        RunnableFlow flow,
        FlowAction action,
        Map<String, String> parameters,
        boolean isHidden,
        Outcome outcome,
        @Nullable String next) {

    static DoneAction of(RunnableFlow flow, Activity done, Outcome outcome, @Nullable String next) {
        return new DoneAction(flow, done.action(), done.parameters(), done.isHidden(), outcome, next);
    }

    /** Without parameters and outcome, which may be about a customer. */
    @Override
    public String toString() {
        return "DoneAction[" + action.identifier() + "]";
    }
}
