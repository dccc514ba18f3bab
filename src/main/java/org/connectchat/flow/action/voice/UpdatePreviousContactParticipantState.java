package org.connectchat.flow.action.voice;

/**
 * Holds a participant of a call.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatepreviouscontactparticipantstate.html">UpdatePreviousContactParticipantState</a>
 */
final class UpdatePreviousContactParticipantState extends VoiceOnly {

    UpdatePreviousContactParticipantState() {
        super("hold the participants of a call");
    }
}
