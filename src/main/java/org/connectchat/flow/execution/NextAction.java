package org.connectchat.flow.execution;

import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.reference.ReferenceData;
import org.connectchat.flow.reference.ReferenceValues;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Finds the action that follows another one (rules F6 and F7). */
final class NextAction {

    private NextAction() {}

    /** The identifier of the next action; null if the flow ends here. */
    static @Nullable String after(FlowAction action, Outcome outcome, ReferenceData data) {
        if (outcome instanceof Outcome.Success) {
            return action.transitions().nextAction();
        }
        if (outcome instanceof Outcome.Result result) {
            return action.transitions().onResult(value(result), operand -> operand(operand, data));
        }
        return outcome instanceof Outcome.Failure failure ? afterFailure(action, failure) : null;
    }

    private static @Nullable JsonNode value(Outcome.Result result) {
        if (result.tree() != null) {
            return result.tree();
        }
        return result.value() == null ? null : JsonNodeFactory.instance.stringNode(result.value());
    }

    /** Rule F10: an operand may be a reference itself. */
    private static @Nullable String operand(String operand, ReferenceData data) {
        Reference reference = Reference.whole(operand);
        if (reference == null) {
            return operand;
        }
        JsonNode value = data.value(reference);
        return value == null ? null : ReferenceValues.text(value);
    }

    /** Rule F7: a message that fails does not stop a flow that has no entry for it. */
    private static @Nullable String afterFailure(FlowAction action, Outcome.Failure failure) {
        String entry = action.transitions().onError(failure.errorType());
        return entry == null && action.type().equals("MessageParticipant")
                ? action.transitions().nextAction()
                : entry;
    }
}
