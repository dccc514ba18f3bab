package org.connectchat.flow.shape;

import java.util.List;
import java.util.function.Function;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.FlowDraft;
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
     * Every problem, in the order of the actions; those of unknown types of actions are structural.
     *
     * @param shapes the shape of a type of actions; null for a type that is unknown
     */
    public static List<Problem> problems(
            FlowDraft draft, FlowType type, Function<String, @Nullable ActionShape> shapes) {
        FlowCheck check = new FlowCheck(type);
        if (type == FlowType.MODULE) {
            check.checkSettings(draft.content().settings());
        }
        for (FlowAction action : draft.actions()) {
            ActionShape shape = shapes.apply(action.type());
            if (shape == null) {
                check.problems.add(UnknownTypes.problem(action));
            } else {
                check.check(action, shape);
            }
        }
        return check.problems.list();
    }

    /** Rule F88. What the members say is written by the console, and read by no one: the contract is elsewhere. */
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
        shape.parameters().check(action.parameters(), action.path() + ".Parameters", problems);
        shape.transitions().check(action, problems);
    }
}
