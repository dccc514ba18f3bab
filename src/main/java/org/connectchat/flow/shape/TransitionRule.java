package org.connectchat.flow.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.flow.language.ConditionTransition;
import org.connectchat.flow.language.ErrorTransition;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.Problem;

/**
 * The transitions that an action may and must have.
 *
 * @param required errors that must each have an entry
 * @param optional errors that may have an entry
 * @param requiredWith optional errors that must have an entry if a parameter is there, by the name of the parameter
 * @param anyErrors whether every error may have an entry
 */
record TransitionRule(
        List<String> required,
        List<String> optional,
        Map<String, List<String>> requiredWith,
        boolean anyErrors,
        ConditionRule conditions,
        Ending ending) {

    /** What follows an action without conditions and errors. */
    enum Ending {
        NEXT_REQUIRED,
        NEXT_OPTIONAL,
        /** Rule F5: there are no transitions. */
        TERMINAL
    }

    /** A next action, no errors, no conditions. */
    static final TransitionRule NEXT =
            new TransitionRule(List.of(), List.of(), Map.of(), false, ConditionRule.NONE, Ending.NEXT_REQUIRED);

    TransitionRule withRequired(List<String> types) {
        return new TransitionRule(and(required, types), optional, requiredWith, anyErrors, conditions, ending);
    }

    TransitionRule withOptional(List<String> types) {
        return new TransitionRule(required, and(optional, types), requiredWith, anyErrors, conditions, ending);
    }

    TransitionRule withRequiredIf(String parameter, List<String> types) {
        Map<String, List<String>> more = new LinkedHashMap<>(requiredWith);
        more.put(parameter, types);
        return new TransitionRule(
                required, and(optional, types), Collections.unmodifiableMap(more), anyErrors, conditions, ending);
    }

    TransitionRule withAnyErrors() {
        return new TransitionRule(required, optional, requiredWith, true, conditions, ending);
    }

    TransitionRule with(ConditionRule rule) {
        return new TransitionRule(required, optional, requiredWith, anyErrors, rule, ending);
    }

    TransitionRule with(Ending otherEnding) {
        return new TransitionRule(required, optional, requiredWith, anyErrors, conditions, otherEnding);
    }

    private static List<String> and(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    void check(FlowAction action, Problems problems) {
        if (ending == Ending.TERMINAL) {
            if (!action.transitions().isEmpty()) {
                problems.add(Problem.publishing("Action does not support transitions. Path: " + action.path()));
            }
            return;
        }
        if (ending == Ending.NEXT_REQUIRED && action.transitions().nextAction() == null) {
            problems.missing(action.path() + ".Transitions.NextAction", null);
        }
        checkErrors(action, problems);
        checkConditions(action, problems);
    }

    private void checkErrors(FlowAction action, Problems problems) {
        Set<String> present = new HashSet<>();
        for (ErrorTransition error : action.transitions().errors()) {
            if (present.add(error.errorType()) && !permits(error.errorType())) {
                problems.error("Invalid Action error", error.errorType(), action);
            }
        }
        for (String type : requiredOf(action)) {
            if (!present.contains(type)) {
                problems.error("Action is missing required error", type, action);
            }
        }
    }

    private boolean permits(String type) {
        return anyErrors || required.contains(type) || optional.contains(type);
    }

    private List<String> requiredOf(FlowAction action) {
        List<String> all = new ArrayList<>(required);
        requiredWith.forEach((parameter, types) -> {
            if (action.values().has(parameter)) {
                all.addAll(types);
            }
        });
        return all;
    }

    private void checkConditions(FlowAction action, Problems problems) {
        String path = action.path() + ".Transitions.Conditions";
        switch (conditions.find(action)) {
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
                        path + " must have no empty operand; a text of one blank is taken"));
            }
        }
    }
}
