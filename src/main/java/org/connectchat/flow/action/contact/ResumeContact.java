package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Fails, because a chat is never paused.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactresumecontact.html">ResumeContact</a>
 */
final class ResumeContact implements ActionType {

    private static final ActionShape SHAPE = ActionShape.of().errors(NO_MATCHING_ERROR);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        return Outcome.failure("A chat is never paused, so it cannot be resumed");
    }
}
