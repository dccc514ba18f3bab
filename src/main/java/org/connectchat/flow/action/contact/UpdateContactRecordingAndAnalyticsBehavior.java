package org.connectchat.flow.action.contact;

import static org.connectchat.flow.language.Transitions.NO_MATCHING_ERROR;

import org.connectchat.flow.action.ActionType;
import org.connectchat.flow.action.Outcome;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.shape.ActionShape;

/**
 * Succeeds without an effect for chats and screens, because the emulator records neither. The behavior of calls fails.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactrecordingandanalyticsbehavior.html">UpdateContactRecordingAndAnalyticsBehavior</a>
 */
final class UpdateContactRecordingAndAnalyticsBehavior implements ActionType {

    private static final String CHAT = "ChatBehavior";
    private static final String VOICE = "VoiceBehavior";
    private static final String SCREEN = "ScreenRecordingBehavior";
    private static final String CHANNEL_MISMATCH = "ChannelMismatch";
    private static final ActionShape SHAPE = ActionShape.of()
            .free(CHAT, VOICE, SCREEN)
            .oneRequired(CHAT, VOICE, SCREEN)
            .errors(NO_MATCHING_ERROR, CHANNEL_MISMATCH)
            .errorsWith(CHAT, "InFlightRedactionConfigurationFailed");

    @Override
    public ActionShape shape() {
        return SHAPE;
    }

    @Override
    public Outcome run(Step step) {
        if (step.has(VOICE)) {
            return Outcome.failure(CHANNEL_MISMATCH, VOICE + " is for calls, and this contact is a chat");
        }
        return step.has(CHAT) || step.has(SCREEN)
                ? Outcome.success()
                : Outcome.failure("None of " + CHAT + ", " + SCREEN + ", " + VOICE + " is set");
    }
}
