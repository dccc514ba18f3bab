package org.connectchat.flow.language;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where a flow goes on after an action (rules F3 and F6). */
public record Transitions(
        @Nullable String nextAction, List<ErrorTransition> errors, List<ConditionTransition> conditions) {

    public static final String NO_MATCHING_ERROR = "NoMatchingError";
    public static final String NO_MATCHING_CONDITION = "NoMatchingCondition";

    static final Transitions NONE = new Transitions(null, List.of(), List.of());

    public Transitions {
        errors = List.copyOf(errors);
        conditions = List.copyOf(conditions);
    }

    /** Where a failure leads: the entry of its type, otherwise the entry of NoMatchingError, otherwise null. */
    public @Nullable String onError(String errorType) {
        String own = entry(errorType);
        return own == null ? entry(NO_MATCHING_ERROR) : own;
    }

    /** Where a result that is a word leads, such as {@code WaitCompleted}. */
    public @Nullable String onResult(String value, Function<String, @Nullable String> operandResolver) {
        return onResult(JsonNodeFactory.instance.stringNode(value), operandResolver);
    }

    /**
     * Where a result leads: the first condition that holds, otherwise the entry of NoMatchingCondition, otherwise the
     * next action.
     *
     * @param value null for a reference without a value, for which no condition holds
     */
    public @Nullable String onResult(@Nullable JsonNode value, Function<String, @Nullable String> operandResolver) {
        for (ConditionTransition condition : conditions) {
            if (condition.holds(value, operandResolver)) {
                return condition.nextAction();
            }
        }
        String otherwise = entry(NO_MATCHING_CONDITION);
        return otherwise == null ? nextAction : otherwise;
    }

    /** Whether there are no transitions. */
    public boolean isEmpty() {
        return nextAction == null && errors.isEmpty() && conditions.isEmpty();
    }

    private @Nullable String entry(String errorType) {
        for (ErrorTransition error : errors) {
            if (error.errorType().equals(errorType)) {
                return error.nextAction();
            }
        }
        return null;
    }
}
