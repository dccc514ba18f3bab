package org.connectchat.flow.action.voice;

/**
 * Branches on the result of Voice ID.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkvoiceid.html">CheckVoiceId</a>
 */
final class CheckVoiceId extends VoiceOnly {

    CheckVoiceId() {
        super("recognize voices");
    }
}
