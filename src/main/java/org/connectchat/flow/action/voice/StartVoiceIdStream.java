package org.connectchat.flow.action.voice;

/**
 * Sends the voice of a caller to Voice ID.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-startvoiceidstream.html">StartVoiceIdStream</a>
 */
final class StartVoiceIdStream extends VoiceOnly {

    StartVoiceIdStream() {
        super("recognize voices");
    }
}
