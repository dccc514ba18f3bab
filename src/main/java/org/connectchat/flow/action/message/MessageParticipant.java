package org.connectchat.flow.action.message;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Writes a text as the system participant (rule F30).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipant.html">MessageParticipant</a>
 */
final class MessageParticipant implements ActionType {

    private static final ActionShape SHAPE = Utterance.shape(ActionShape.of())
            .words("SkipWhenDTMFBufferEnabled", "true", "false")
            .oneOf(Utterance.names())
            .optionalErrors(Outcome.NO_MATCHING_ERROR)
            .flowTypes(type -> !type.isHold());

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        if (step.flow().type().isHold()) {
            return Outcome.failure("A hold flow cannot send messages to a chat");
        }
        Utterance utterance = Utterance.of(step);
        if (utterance instanceof Utterance.Text text) {
            step.chat().say(text.text());
            return Outcome.success();
        }
        return Outcome.failure(
                utterance instanceof Utterance.Refused refused
                        ? refused.reason()
                        : "None of " + String.join(", ", Utterance.names()) + " is set");
    }
}
