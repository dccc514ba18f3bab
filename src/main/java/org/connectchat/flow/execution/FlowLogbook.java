package org.connectchat.flow.run;

import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunnableFlow;
import org.jspecify.annotations.Nullable;

/** Where a run notes the actions that it has run. */
@FunctionalInterface
interface FlowLogbook {

    void add(RunnableFlow flow, Activity done, Outcome outcome, @Nullable String next);
}
