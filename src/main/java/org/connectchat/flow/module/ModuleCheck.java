package org.connectchat.flow.module;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.connectchat.flow.language.ConditionTransition;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Checks actions against what modules declare, as the service does before it publishes a flow (rule F88). A value with a
 * reference is known when the flow runs, and is checked then.
 */
public final class ModuleCheck {

    private static final String WRONG_VALUE = "Invalid Action property value. Path: ";

    private ModuleCheck() {}

    /**
     * The problems of the actions that invoke modules.
     *
     * @param modules what the module of an id or ARN declares; null for a module that is unknown, which is not checked
     */
    public static List<Problem> ofCalls(FlowContent content, Function<String, @Nullable ModuleDeclaration> modules) {
        List<Problem> problems = new ArrayList<>();
        for (FlowAction action : content.actions().values()) {
            String id =
                    action.type().equals("InvokeFlowModule") ? action.values().fixed("FlowModuleId") : null;
            ModuleDeclaration declaration = id == null || SchemaCheck.WRITTEN.isOpen(id) ? null : modules.apply(id);
            if (declaration != null) {
                addProblem(
                        problems,
                        action,
                        "Parameters.Input",
                        declaration.problemOfWrittenInput(value(action, "Input")));
                addProblem(problems, action, "Transitions.Conditions", problemOfConditions(action, declaration));
            }
        }
        return problems;
    }

    /** The problems of the actions by which a module returns. */
    public static List<Problem> ofReturns(FlowContent module, ModuleDeclaration declaration) {
        List<Problem> problems = new ArrayList<>();
        for (FlowAction action : module.actions().values()) {
            if (action.type().equals("EndFlowModuleExecution")) {
                String result = action.values().fixed("Result");
                addProblem(
                        problems,
                        action,
                        "Parameters.Result",
                        result == null ? null : declaration.problemOfResult(result));
                addProblem(
                        problems,
                        action,
                        "Parameters.ResultData",
                        declaration.problemOfWrittenData(value(action, "ResultData")));
            }
        }
        return problems;
    }

    private static JsonNode value(FlowAction action, String parameter) {
        JsonNode value = action.parameters().get(parameter);
        return value == null || value.isNull() ? JsonNodeFactory.instance.objectNode() : value;
    }

    private static @Nullable String problemOfConditions(FlowAction action, ModuleDeclaration declaration) {
        for (ConditionTransition condition : action.transitions().conditions()) {
            for (String operand : condition.operands()) {
                String problem = SchemaCheck.WRITTEN.isOpen(operand) ? null : declaration.problemOfResult(operand);
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private static void addProblem(List<Problem> problems, FlowAction action, String path, @Nullable String advice) {
        if (advice != null) {
            problems.add(Problem.publishing(WRONG_VALUE + action.path() + "." + path, advice));
        }
    }
}
