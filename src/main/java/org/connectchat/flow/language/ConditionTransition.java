package org.connectchat.flow.language;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a flow goes on if a condition holds (rule F3). If there are several operands, one must match (rule F9). */
public record ConditionTransition(String nextAction, Operator operator, List<String> operands) {

    public ConditionTransition {
        operands = List.copyOf(operands);
    }

    /**
     * Whether the condition holds.
     *
     * @param operandResolver returns the value of an operand, which may be a reference; null for a reference without a
     *     value, with which the condition does not hold
     */
    public boolean holds(@Nullable JsonNode left, Function<String, @Nullable String> operandResolver) {
        for (String operand : operands) {
            String resolved = operandResolver.apply(operand);
            if (resolved != null && operator.test(left, resolved)) {
                return true;
            }
        }
        return false;
    }
}
