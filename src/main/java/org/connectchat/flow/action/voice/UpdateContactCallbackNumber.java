package org.connectchat.flow.action.voice;

/**
 * Sets the phone number for a callback.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-updatecontactcallbacknumber.html">UpdateContactCallbackNumber</a>
 */
final class UpdateContactCallbackNumber extends VoiceOnly {

    UpdateContactCallbackNumber() {
        super("InvalidCallbackNumber", "call customers back");
    }
}
