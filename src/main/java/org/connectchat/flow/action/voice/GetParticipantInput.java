package org.connectchat.flow.action.voice;

/**
 * Collects the keys that a caller presses.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/participant-actions-getparticipantinput.html">GetParticipantInput</a>
 */
final class GetParticipantInput extends VoiceOnly {

    GetParticipantInput() {
        super("collect keys that a customer presses");
    }
}
