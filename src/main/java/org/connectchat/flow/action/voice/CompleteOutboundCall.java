package org.connectchat.flow.action.voice;

/**
 * Completes an outbound call.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/contact-actions-completeoutboundcall.html">CompleteOutboundCall</a>
 */
final class CompleteOutboundCall extends VoiceOnly {

    CompleteOutboundCall() {
        super("complete calls");
    }
}
