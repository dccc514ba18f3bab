package org.connectchat.sample;

import static org.connectchat.kit.client.DisconnectReason.CUSTOMER_CONNECTION_NOT_ESTABLISHED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.connectchat.kit.client.EmulatorClient;
import org.connectchat.kit.junit.ConnectChatTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;

@ConnectChatTest
class ChatTest {

    @Test
    void aChatEndsAfterFiveMinutesWithoutItsCustomer(ConnectClient connect, EmulatorClient emulator) {
        String contactId = connect.startChatContact(chat -> chat.instanceId("my-instance")
                        .contactFlowId("my-flow")
                        .participantDetails(customer -> customer.displayName("Ada")))
                .contactId();

        emulator.clock().advance(Duration.ofMinutes(5));

        assertEquals(
                CUSTOMER_CONNECTION_NOT_ESTABLISHED,
                emulator.contacts().get(contactId).disconnectReason());
    }
}
