package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Succeeds without an effect, because the emulator does not process messages on their way.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactmediaprocessing.html">UpdateContactMediaProcessing</a>
 */
final class UpdateContactMediaProcessing implements ActionType {

    private static final ActionShape SHAPE = ActionShape.of()
            .free("ChatProcessor")
            .required("ChatProcessor")
            .errors(NO_MATCHING_ERROR, "ChannelMismatch");

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        return Outcome.success();
    }
}
