package org.connectchat.flow.action.course;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.shape.ActionShape;

/**
 * Ends the flow. The contact stays in its queue or with its agent; without either the chat ends (rule F41).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-endflowexecution.html">EndFlowExecution</a>
 */
final class EndFlowExecution implements ActionType {

    private static final ActionShape SHAPE =
            ActionShape.of().terminal().flowTypes(type -> type.isWhisper() || type == FlowType.CUSTOMER_QUEUE);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        return new Outcome.EndOfFlow(false);
    }
}
