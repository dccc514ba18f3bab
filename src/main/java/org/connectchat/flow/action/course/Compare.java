package org.connectchat.flow.action.course;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_CONDITION;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.reference.Reference;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;
import tools.jackson.databind.JsonNode;

/**
 * Branches on the value of a reference.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-compare.html">Compare</a>
 */
final class Compare implements ActionType {

    private static final ActionShape SHAPE = ActionShape.of()
            .reference("ComparisonValue")
            .required("ComparisonValue")
            .errors(NO_MATCHING_CONDITION)
            .conditions(ConditionRule.ANY);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        String text = step.single("ComparisonValue");
        String written = step.parameters().fixed("ComparisonValue");
        Reference reference = written == null ? null : Reference.whole(written);
        JsonNode tree = reference == null ? null : step.value(reference);
        return new Outcome.Result(text, tree);
    }
}
