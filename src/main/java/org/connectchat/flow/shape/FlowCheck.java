package org.connectchat.flow.shape;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.connectchat.flow.language.ConditionTransition;
import org.connectchat.flow.language.ErrorTransition;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.FlowContent;
import org.connectchat.flow.language.FlowType;
import org.connectchat.flow.language.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Checks a flow as the service does before it publishes one (rule F83, section 10 of the contract). */
public final class FlowCheck {

    private final FlowType flowType;
    private final Problems problems = new Problems();

    private FlowCheck(FlowType flowType) {
        this.flowType = flowType;
    }

    /**
     * Finds every problem, in the order of the actions. An unknown type of action is a structural problem, all others are
     * not.
     *
     * @param shapes returns the shape of a type of action, or null for an unknown type
     */
    public static List<Problem> problems(
            FlowContent content, FlowType type, Function<String, @Nullable ActionShape> shapes) {
        FlowCheck check = new FlowCheck(type);
        if (type == FlowType.MODULE) {
            check.checkSettings(content.settings());
        }
        for (FlowAction action : content.actions().values()) {
            ActionShape shape = shapes.apply(action.type());
            if (shape == null) {
                check.problems.add(UnknownTypes.problem(action));
            } else {
                check.check(action, shape);
            }
        }
        return check.problems.list();
    }

    /** Checks that the members exist that the console writes. The Settings of the operation declare the rest (rule F88). */
    private void checkSettings(@Nullable JsonNode settings) {
        if (settings == null) {
            problems.add(Problem.publishing("JSON field is missing or null for field name: settings"));
            return;
        }
        for (String name : List.of("InputParameters", "OutputParameters", "Transitions")) {
            JsonNode member = settings.get(name);
            if (member == null || member.isNull()) {
                problems.add(Problem.publishing("JSON field is missing or null for field name: " + name));
            }
        }
    }

    private void check(FlowAction action, ActionShape shape) {
        if (!shape.isFor(flowType)) {
            problems.add(Problem.publishing("Action type is not allowed in a flow of type " + flowType + ". Type: "
                    + action.type() + ", Path: " + action.path()));
        }
        shape.rule().check(action.parameters(), action.path() + ".Parameters", problems);
        if (shape.isTerminal()) {
            if (!action.transitions().isEmpty()) {
                problems.add(Problem.publishing("Action does not support transitions. Path: " + action.path()));
            }
            return;
        }
        if (shape.needsNextAction() && action.transitions().nextAction() == null) {
            problems.missing(action.path() + ".Transitions.NextAction", null);
        }
        checkErrors(action, shape);
        checkConditions(action, shape.conditions());
    }

    private void checkErrors(FlowAction action, ActionShape shape) {
        Set<String> present = new HashSet<>();
        for (ErrorTransition error : action.transitions().errors()) {
            if (present.add(error.errorType()) && !shape.permitsError(error.errorType())) {
                problems.error("Invalid Action error", error.errorType(), action);
            }
        }
        for (String required : shape.errors(action)) {
            if (!present.contains(required)) {
                problems.error("Action is missing required error", required, action);
            }
        }
    }

    private void checkConditions(FlowAction action, ConditionRule rule) {
        String path = action.path() + ".Transitions.Conditions";
        switch (rule.find(action)) {
            case NOT_SUPPORTED ->
                problems.add(Problem.publishing(
                        "Action does not support conditions", action.path() + " must have no Conditions"));
            case MISSING -> problems.missing("Transitions.Conditions", path + " must have entries");
            case WRONG -> problems.wrongValue(path, null);
            case FINE -> {}
        }
        for (ConditionTransition condition : action.transitions().conditions()) {
            if (condition.operands().size() != 1) {
                problems.wrongValue(path, "write one operand in each condition");
            } else if (condition.operands().get(0).isEmpty()) {
                problems.add(Problem.publishing(
                        "Invalid branch. Path: " + action.index() + ".Evaluate",
                        path + " must have no empty operand; one blank is accepted"));
            }
        }
    }
}
