package org.connectchat.flow.action.course;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_CONDITION;
import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.DisplayNames;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.RunnableFlow;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Runs a module in the same contact; what the module returns decides where the flow goes on.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-invokeflowmodule.html">InvokeFlowModule</a>
 */
final class InvokeFlowModule implements ActionType {

    /** Rule F81. */
    private static final int MAX_DEPTH = 5;

    private static final ActionShape SHAPE = ActionShape.of()
            .text("FlowModuleId")
            .free("Input")
            .required("FlowModuleId")
            .errors(NO_MATCHING_ERROR)
            .optionalErrors(NO_MATCHING_CONDITION)
            .conditions(ConditionRule.EQUALS)
            .flowTypes(FlowType.CONTACT_FLOW, FlowType.MODULE);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        String id = step.text("FlowModuleId");
        if (id == null || id.isEmpty()) {
            return Outcome.failure("FlowModuleId has no value");
        }
        if (step.depth() >= MAX_DEPTH) {
            return Outcome.failure("Modules must not be nested more than " + MAX_DEPTH + " deep");
        }
        RunnableFlow module = module(step, id);
        if (module == null) {
            return Outcome.failure("There is no module " + id);
        }
        JsonNode given = step.tree("Input");
        JsonNode input = given == null ? JsonNodeFactory.instance.objectNode() : given;
        String problem = module.declaration().problemOfInput(input);
        return problem == null
                ? new Outcome.Invoke(module, input)
                : Outcome.failure("Module " + module + ": " + problem);
    }

    /** The module of an id or ARN, which may have an alias or {@code $LATEST} behind a colon. */
    private static @Nullable RunnableFlow module(Step step, String id) {
        String instanceId = step.chat().contact().instanceId();
        String name = DisplayNames.find(step, "FlowModuleId");
        int qualifier = id.indexOf(':', id.startsWith("arn:") ? Math.max(0, id.lastIndexOf('/')) : 0);
        return step.chat().source().module(instanceId, qualifier < 0 ? id : id.substring(0, qualifier), name);
    }
}
