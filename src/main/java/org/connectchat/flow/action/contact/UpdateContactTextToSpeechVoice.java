package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Succeeds without an effect, because a chat has no voice.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontacttexttospeechvoice.html">UpdateContactTextToSpeechVoice</a>
 */
final class UpdateContactTextToSpeechVoice implements ActionType {

    private static final ActionShape SHAPE = ActionShape.of()
            .text("TextToSpeechVoice", "TextToSpeechEngine", "TextToSpeechStyle")
            .required("TextToSpeechVoice")
            .optionalErrors(NO_MATCHING_ERROR);

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        return Outcome.success();
    }
}
