package org.connectchat.flow.action.voice;

/**
 * Starts or stops the stream of what a caller says and hears.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactmediastreamingbehavior.html">UpdateContactMediaStreamingBehavior</a>
 */
final class UpdateContactMediaStreamingBehavior extends VoiceOnly {

    UpdateContactMediaStreamingBehavior() {
        super("stream sound");
    }
}
