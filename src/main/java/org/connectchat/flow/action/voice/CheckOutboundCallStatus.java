package org.connectchat.flow.action.voice;

/**
 * Branches on the result of an outbound call.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/devguide/flow-control-actions-checkoutboundcallstatus.html">CheckOutboundCallStatus</a>
 */
final class CheckOutboundCallStatus extends VoiceOnly {

    CheckOutboundCallStatus() {
        super("dial phone numbers");
    }
}
