package org.connectchat.sample;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.StartChatContactResponse;

/** The code under test: a back end that starts chats for its customers. */
final class SupportDesk {

    private final ConnectClient connect;
    private final String instanceId;

    SupportDesk(ConnectClient connect, String instanceId) {
        this.connect = connect;
        this.instanceId = instanceId;
    }

    StartChatContactResponse open(String customer) {
        return connect.startChatContact(chat -> chat.instanceId(instanceId)
                .contactFlowId("hello")
                .participantDetails(details -> details.displayName(customer)));
    }

    boolean isOpen(String contactId) {
        return connect.describeContact(contact -> contact.instanceId(instanceId).contactId(contactId))
                        .contact()
                        .disconnectReason()
                == null;
    }

    /** Whether the chat could be started at all; the page shows a telephone number if not. */
    boolean tryToOpen(String customer) {
        try {
            open(customer);
            return true;
        } catch (SdkException e) {
            return false;
        }
    }
}
