package org.connectchat.flow.action.course;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Sets whether the flow log shows parameters and results, for the rest of the contact and its successors (rule F79).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-updateflowloggingbehavior.html">UpdateFlowLoggingBehavior</a>
 */
final class UpdateFlowLoggingBehavior implements ActionType {

    private static final String ENABLED = "Enabled";
    private static final String DISABLED = "Disabled";
    private static final ActionShape SHAPE =
            ActionShape.of().words("FlowLoggingBehavior", ENABLED, DISABLED).required("FlowLoggingBehavior");

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        String behavior = step.fixed("FlowLoggingBehavior");
        if (!ENABLED.equalsIgnoreCase(behavior) && !DISABLED.equalsIgnoreCase(behavior)) {
            return Outcome.failure("FlowLoggingBehavior must be Enabled or Disabled");
        }
        step.chat().data().setLogging(ENABLED.equalsIgnoreCase(behavior));
        return Outcome.success();
    }
}
