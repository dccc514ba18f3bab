package org.connectchat.flow.action.voice;

import org.connectchat.flow.shape.ActionShape;

/**
 * Plays prompts in a loop to a caller who waits in a queue.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-messageparticipantiteratively.html">MessageParticipantIteratively</a>
 */
final class MessageParticipantIteratively extends VoiceOnly {

    MessageParticipantIteratively() {
        super("play prompts in a loop");
    }

    @Override
    public ActionShape shape() {
        return super.shape().nextActionOptional();
    }
}
