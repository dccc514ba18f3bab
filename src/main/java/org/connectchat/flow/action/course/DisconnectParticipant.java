package org.connectchat.flow.action.course;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Ends the chat (rule F40).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-disconnectparticipant.html">DisconnectParticipant</a>
 */
final class DisconnectParticipant implements ActionType {

    private static final ActionShape SHAPE =
            ActionShape.of().terminal().flowTypes(type -> !type.isHold() && !type.isWhisper());

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        return step.kind().isWhisper()
                ? Outcome.failure("A whisper flow cannot disconnect a participant")
                : new Outcome.EndOfFlow(true);
    }
}
