package org.connectchat.flow.action.queue;

import static org.connectchat.flow.language.Operator.EQUALS;
import static org.connectchat.flow.language.Operator.NUMBER_GREATER_OR_EQUAL_TO;
import static org.connectchat.flow.language.Operator.NUMBER_GREATER_THAN;
import static org.connectchat.flow.language.Operator.NUMBER_LESS_OR_EQUAL_TO;
import static org.connectchat.flow.language.Operator.NUMBER_LESS_THAN;
import static org.connectchat.flow.language.Transitions.NO_MATCHING_CONDITION;
import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import java.util.Arrays;
import java.util.List;
import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.FlowAction;
import org.connectchat.flow.routing.MetricType;
import org.connectchat.flow.routing.Routing;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;
import org.jspecify.annotations.Nullable;

/**
 * Branches on a metric of a queue (rule F73).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkmetricdata.html">CheckMetricData</a>
 */
final class CheckMetricData implements ActionType {

    private static final ConditionRule OF_AGENTS = ConditionRule.some(NUMBER_GREATER_THAN);
    private static final ConditionRule OF_CONTACTS = ConditionRule.some(
            EQUALS, NUMBER_GREATER_THAN, NUMBER_GREATER_OR_EQUAL_TO, NUMBER_LESS_THAN, NUMBER_LESS_OR_EQUAL_TO);
    private static final String[] METRIC_TYPES =
            Arrays.stream(MetricType.values()).map(MetricType::wireName).toArray(String[]::new);
    private static final ActionShape SHAPE = ActionShape.of()
            .words("MetricType", METRIC_TYPES)
            .single("QueueId", "AgentId")
            .required("MetricType")
            .atMostOneOf("QueueId", "AgentId")
            .errors(NO_MATCHING_ERROR, NO_MATCHING_CONDITION)
            .conditions(CheckMetricData::conditions);

    private final ChosenQueue chosen;
    private final Routing routing;

    CheckMetricData(ChosenQueue chosen, Routing routing) {
        this.chosen = chosen;
        this.routing = routing;
    }

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        MetricType type = type(step.fixed("MetricType"));
        if (type == null) {
            return Outcome.failure("MetricType must be one of " + String.join(", ", METRIC_TYPES));
        }
        String instanceId = step.chat().contact().instanceId();
        return chosen.orTarget(
                step,
                queue -> Outcome.result(
                        Long.toString(routing.metrics(instanceId, queue).value(type))));
    }

    private static @Nullable MetricType type(@Nullable String name) {
        return name == null ? null : MetricType.named(name);
    }

    /** For metrics of agents, the conditions may only ask whether there are any agents. */
    private static ConditionRule.Finding conditions(FlowAction action) {
        MetricType type = type(action.values().fixed("MetricType"));
        if (type == null || !type.countsAgents()) {
            return OF_CONTACTS.find(action);
        }
        boolean isEachZero = action.transitions().conditions().stream()
                .allMatch(condition -> condition.operands().equals(List.of("0")));
        return isEachZero ? OF_AGENTS.find(action) : ConditionRule.Finding.WRONG;
    }
}
