package org.connectchat.flow.action.contact;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Succeeds without an effect, because the emulator records no contact.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactrecordingbehavior.html">UpdateContactRecordingBehavior</a>
 */
final class UpdateContactRecordingBehavior implements ActionType {

    private static final ActionShape SHAPE =
            ActionShape.of().free("RecordingBehavior", "AnalyticsBehavior").required("RecordingBehavior");

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        return Outcome.success();
    }
}
