package org.connectchat.flow.action.voice;

/**
 * Connects a caller with a phone number.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/transfer-to-phone-number.html">TransferParticipantToThirdParty</a>
 */
final class TransferParticipantToThirdParty extends VoiceOnly {

    TransferParticipantToThirdParty() {
        super("dial phone numbers");
    }
}
