package org.connectchat.flow.action.voice;

/**
 * Puts a callback into a queue.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-createcallbackcontact.html">CreateCallbackContact</a>
 */
final class CreateCallbackContact extends VoiceOnly {

    CreateCallbackContact() {
        super("call customers back");
    }
}
