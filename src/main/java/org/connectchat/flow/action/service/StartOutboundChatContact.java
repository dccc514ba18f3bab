package org.connectchat.flow.action.service;

/**
 * Starts a chat by SMS or WhatsApp.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_StartOutboundChatContact.html">StartOutboundChatContact</a>
 */
final class StartOutboundChatContact extends OtherService {

    StartOutboundChatContact() {
        super("outbound chats");
    }
}
