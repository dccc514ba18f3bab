package org.connectchat.flow.execution;

import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunData;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the return of a module is to the action that invoked it (rule F88). */
final class ModuleReturns {

    private ModuleReturns() {}

    /** The outcome of that action; the data of its run gets what the module returned. */
    static Outcome taken(Outcome returned, RunData data) {
        if (returned instanceof Outcome.Return result) {
            data.put("Modules", "Result", JsonNodeFactory.instance.stringNode(result.result()));
            data.put("Modules", "ResultData", result.data());
            return result.result().isEmpty() ? Outcome.success() : Outcome.result(result.result());
        }
        return Outcome.failure(returned instanceof Outcome.ReturnFailed failed ? failed.reason() : returned.word());
    }
}
