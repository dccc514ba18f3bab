package org.connectchat.flow.action.course;

import java.util.Objects;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.shape.ActionShape;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Returns from a module to the flow that invoked it.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-endflowmoduleexecution.html">EndFlowModuleExecution</a>
 */
final class EndFlowModuleExecution implements ActionType {

    private static final ActionShape SHAPE =
            ActionShape.of().fixed("Result").free("ResultData").terminal().flowTypes(FlowType.MODULE);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        if (step.depth() == 0) {
            return Outcome.failure("The action belongs to no module");
        }
        String result = Objects.requireNonNullElse(step.fixed("Result"), "");
        JsonNode given = step.tree("ResultData");
        JsonNode data = given == null ? JsonNodeFactory.instance.objectNode() : given;
        String problem = step.flow().declaration().problemOfReturn(result, data);
        return problem == null
                ? new Outcome.Return(result, data)
                : new Outcome.ReturnFailed("Module " + step.flow() + ": " + problem);
    }
}
