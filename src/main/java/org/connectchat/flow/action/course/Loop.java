package org.connectchat.flow.action.course;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.reference.ReferenceValues;
import org.connectchat.flow.shape.ActionShape;
import org.connectchat.flow.shape.ConditionRule;

/**
 * Continues a loop LoopCount times, ends it once, and then starts again. The count belongs to the contact, so it is kept
 * when the contact is transferred to another flow and back.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-loop.html">Loop</a>
 */
final class Loop implements ActionType {

    private static final int MAX_COUNT = 100;
    private static final String GOES_ON = "ContinueLooping";
    private static final String DONE = "DoneLooping";
    private static final ActionShape SHAPE = ActionShape.of()
            .single("LoopCount", 0, MAX_COUNT)
            .required("LoopCount")
            .conditions(ConditionRule.exactly(GOES_ON, DONE));

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        String text = step.single("LoopCount");
        Long count = text == null ? null : ReferenceValues.wholeNumber(text);
        if (count == null || count < 0 || count > MAX_COUNT) {
            return Outcome.failure("LoopCount must be a number from 0 to " + MAX_COUNT);
        }
        String loop = step.flow().id() + "/" + step.action().identifier();
        int gone = step.chat().data().loops(loop);
        boolean goesOn = gone < count;
        step.chat().data().setLoops(loop, goesOn ? gone + 1 : 0);
        return Outcome.result(goesOn ? GOES_ON : DONE);
    }
}
