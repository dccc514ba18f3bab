package org.connectchat.flow.action.course;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_CONDITION;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.language.Operator;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;

/**
 * Branches on a random number from 1 to 100.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-distributebypercentage.html">DistributeByPercentage</a>
 */
final class DistributeByPercentage implements ActionType {

    private static final ActionShape SHAPE = ActionShape.of()
            .errors(NO_MATCHING_CONDITION)
            .conditions(ConditionRule.some(Operator.NUMBER_LESS_THAN))
            .flowTypes(type -> !type.isHold() && !type.isWhisper());

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        return Outcome.result(Integer.toString(step.chat().randomPercentage()));
    }
}
