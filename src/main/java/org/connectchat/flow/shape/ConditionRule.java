package org.connectchat.flow.shape;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.connectchat.flow.language.ConditionTransition;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.language.Operator;

/** Which conditions an action may have, or must have (rule F83). */
@FunctionalInterface
public interface ConditionRule {

    /** The result of a check. */
    enum Finding {
        FINE,
        NOT_SUPPORTED,
        MISSING,
        WRONG
    }

    /** The action has no result, so no conditions are supported. */
    ConditionRule NONE = action -> action.transitions().conditions().isEmpty() ? Finding.FINE : Finding.NOT_SUPPORTED;

    /** Every operator may be used. */
    ConditionRule ANY = action -> Finding.FINE;

    /** Only {@code Equals} may be used, with words that the author of the flow chooses. */
    ConditionRule EQUALS = action -> only(action.transitions().conditions(), Set.of(Operator.EQUALS));

    /** Checks the conditions of an action. */
    Finding find(FlowAction action);

    /** Exactly one {@code Equals} for each of these words. */
    static ConditionRule exactly(String... words) {
        return action -> exactly(action, Arrays.asList(words));
    }

    /** Like {@link #exactly(String...)}, for words that depend on the parameters of an action. */
    static Finding exactly(FlowAction action, Collection<String> words) {
        List<ConditionTransition> conditions = action.transitions().conditions();
        if (conditions.isEmpty()) {
            return Finding.MISSING;
        }
        List<String> operands = conditions.stream()
                .flatMap(condition -> condition.operands().stream())
                .sorted()
                .toList();
        boolean isExact = operands.equals(words.stream().sorted().collect(Collectors.toList()));
        return isExact ? only(conditions, Set.of(Operator.EQUALS)) : Finding.WRONG;
    }

    /** At least one condition, and none with another operator. */
    static ConditionRule some(Operator... operators) {
        Set<Operator> allowed = Set.of(operators);
        return action -> action.transitions().conditions().isEmpty()
                ? Finding.MISSING
                : only(action.transitions().conditions(), allowed);
    }

    private static Finding only(List<ConditionTransition> conditions, Set<Operator> allowed) {
        return conditions.stream().allMatch(condition -> allowed.contains(condition.operator()))
                ? Finding.FINE
                : Finding.WRONG;
    }
}
