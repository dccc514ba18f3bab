package org.connectchat.connect.routing;

import java.math.BigInteger;
import java.util.List;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The routing criteria of a request, and their rules (rule U8). The parser bounds how deep expressions are nested.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/APIReference/API_RoutingCriteriaInput.html">RoutingCriteriaInput</a>
 */
record RoutingCriteriaRules(Violations violations) {

    record RoutingCriteria(@Nullable List<Step> steps) {}

    record Step(@Nullable Expiry expiry, @Nullable Expression expression) {}

    record Expiry(@Nullable BigInteger durationInSeconds) {}

    record Expression(
            @Nullable Condition attributeCondition,
            @Nullable List<Expression> andExpression,
            @Nullable List<Expression> orExpression,
            @Nullable Condition notAttributeCondition) {}

    record Condition(
            @Nullable String name,
            @Nullable String value,
            @Nullable Number proficiencyLevel,
            @Nullable Range range,
            @Nullable MatchCriteria matchCriteria,
            @Nullable String comparisonOperator) {}

    record Range(
            @Nullable Number minProficiencyLevel, @Nullable Number maxProficiencyLevel) {}

    record MatchCriteria(@Nullable AgentsCriteria agentsCriteria) {}

    record AgentsCriteria(@Nullable List<String> agentIds) {}

    void check(@Nullable RoutingCriteria criteria) {
        List<Step> steps = criteria == null ? null : criteria.steps();
        if (steps == null) {
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            String path = "RoutingCriteria.Steps[" + i + "]";
            Expiry expiry = steps.get(i).expiry();
            if (expiry != null) {
                violations.range(path + ".Expiry.DurationInSeconds", expiry.durationInSeconds(), 0, Integer.MAX_VALUE);
            }
            check(path + ".Expression", steps.get(i).expression());
        }
    }

    private void check(String path, @Nullable Expression expression) {
        if (expression == null) {
            return;
        }
        check(path + ".AttributeCondition", expression.attributeCondition());
        check(path + ".NotAttributeCondition", expression.notAttributeCondition());
        checkAll(path + ".AndExpression", expression.andExpression());
        checkAll(path + ".OrExpression", expression.orExpression());
    }

    private void checkAll(String path, @Nullable List<Expression> expressions) {
        if (expressions != null) {
            for (int i = 0; i < expressions.size(); i++) {
                check(path + "[" + i + "]", expressions.get(i));
            }
        }
    }

    private void check(String path, @Nullable Condition condition) {
        if (condition == null) {
            return;
        }
        violations.length(path + ".Name", condition.name(), 1, 100);
        violations.length(path + ".Value", condition.value(), 1, 128);
        violations.length(path + ".ComparisonOperator", condition.comparisonOperator(), 1, 127);
        checkLevel(path + ".ProficiencyLevel", condition.proficiencyLevel());
        Range range = condition.range();
        if (range != null) {
            checkLevel(path + ".Range.MinProficiencyLevel", range.minProficiencyLevel());
            checkLevel(path + ".Range.MaxProficiencyLevel", range.maxProficiencyLevel());
        }
        MatchCriteria match = condition.matchCriteria();
        AgentsCriteria agents = match == null ? null : match.agentsCriteria();
        List<String> ids = agents == null ? null : agents.agentIds();
        if (ids != null) {
            for (int i = 0; i < ids.size(); i++) {
                violations.length(path + ".MatchCriteria.AgentsCriteria.AgentIds[" + i + "]", ids.get(i), 0, 256);
            }
        }
    }

    private void checkLevel(String path, @Nullable Number level) {
        if (level != null && !(level.doubleValue() >= 1 && level.doubleValue() <= 5)) {
            violations.value(path, "must be 1 to 5");
        }
    }
}
