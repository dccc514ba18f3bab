package org.connectchat.flow.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.flow.reference.ReferenceValues;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the transitions of an action (rules F3, F8 and F9). */
final class TransitionsReader {

    /** Operators of AWS's pages or of other languages, and what to write in the flow language instead. */
    private static final Map<String, String> INSTEAD = Map.of(
            "NumericLessThan", "write NumberLessThan",
            "Contains", "write TextContains",
            "StartsWith", "write TextStartsWith",
            "EndsWith", "write TextEndsWith",
            "Exists", "write KeyExists with the key as operand",
            "NotEquals", "write Equals, and use NoMatchingCondition for all other values");

    private final List<Problem> problems;

    TransitionsReader(List<Problem> problems) {
        this.problems = problems;
    }

    Transitions read(Members transitions) {
        List<ErrorTransition> errors = new ArrayList<>();
        int index = 0;
        for (JsonNode error : transitions.listOrEmpty("Errors")) {
            readError(Members.of(error, transitions.pathOf("Errors[" + index++ + "]"), problems), errors);
        }
        List<ConditionTransition> conditions = new ArrayList<>();
        index = 0;
        for (JsonNode condition : transitions.listOrEmpty("Conditions")) {
            String path = transitions.pathOf("Conditions[" + index++ + "]");
            readCondition(Members.of(condition, path, problems), conditions);
        }
        String next = transitions.text("NextAction");
        return new Transitions("".equals(next) ? null : next, errors, conditions);
    }

    private static void readError(Members error, List<ErrorTransition> errors) {
        String type = error.requiredText("ErrorType");
        String next = error.requiredText("NextAction");
        if (type != null && next != null) {
            errors.add(new ErrorTransition(type, next));
        }
    }

    private void readCondition(Members transition, List<ConditionTransition> conditions) {
        String next = transition.requiredText("NextAction");
        Members condition =
                new Members(transition.objectOrEmpty("Condition"), transition.pathOf("Condition"), problems);
        String word = condition.requiredText("Operator");
        Operator operator = word == null ? null : operator(word, condition.pathOf("Operator"));
        List<String> operands = operands(condition);
        if (next != null && operator != null) {
            conditions.add(new ConditionTransition(next, operator, operands));
        }
    }

    private @Nullable Operator operator(String word, String path) {
        Operator operator = Operator.of(word);
        if (operator == null) {
            problems.add(Problem.structural("Invalid Action property value. Path: " + path, advice(word)));
        }
        return operator;
    }

    private static String advice(String word) {
        String instead = INSTEAD.get(word);
        return "there is no operator " + Violations.abbreviated(word) + "; "
                + (instead == null
                        ? Stream.of(Operator.values())
                                .map(Operator::word)
                                .collect(Collectors.joining(", ", "write one of ", ""))
                        : instead);
    }

    private List<String> operands(Members condition) {
        List<String> operands = new ArrayList<>();
        for (JsonNode operand : condition.listOrEmpty("Operands")) {
            if (operand.isNull() || !operand.isValueNode()) {
                problems.add(Problem.structural(
                        condition.pathOf("Operands") + " must be JSON strings; conditions cannot be nested"));
                return List.of();
            }
            operands.add(ReferenceValues.text(operand));
        }
        return operands;
    }
}
