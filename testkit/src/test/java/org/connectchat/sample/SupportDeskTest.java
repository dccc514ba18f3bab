package org.connectchat.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.connectchat.kit.client.Agent;
import org.connectchat.kit.client.Calls;
import org.connectchat.kit.client.DisconnectReason;
import org.connectchat.kit.client.EmulatorClient;
import org.connectchat.kit.client.Faults;
import org.connectchat.kit.junit.ConnectChatTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.connect.ConnectClient;
import software.amazon.awssdk.services.connect.model.StartChatContactResponse;
import software.amazon.awssdk.services.connectparticipant.ConnectParticipantClient;
import software.amazon.awssdk.services.connectparticipant.model.ConnectionType;

@ConnectChatTest
class SupportDeskTest {

    private final EmulatorClient emulator;
    private final SupportDesk desk;

    SupportDeskTest(EmulatorClient emulator, ConnectClient connect) {
        this.emulator = emulator;
        this.desk = new SupportDesk(connect, "my-instance");
    }

    @Test
    void aChatEndsAfterFiveMinutesWithoutItsCustomer() {
        String contactId = desk.open("Ada").contactId();
        assertThat(desk.isOpen(contactId)).isTrue();

        emulator.clock().advance(Duration.ofMinutes(5));

        assertThat(desk.isOpen(contactId)).isFalse();
        assertThat(emulator.contacts().get(contactId).disconnectReason())
                .isEqualTo(DisconnectReason.CUSTOMER_CONNECTION_NOT_ESTABLISHED);
    }

    @Test
    void theCustomerReadsWhatTheAgentWrites(ConnectParticipantClient customer) {
        StartChatContactResponse chat = desk.open("Ada");
        Agent agent = emulator.joinAsAgent(chat.contactId(), "Grace");
        agent.send("How can I help?");

        String token = customer.createParticipantConnection(connection -> connection
                        .participantToken(chat.participantToken())
                        .type(ConnectionType.CONNECTION_CREDENTIALS))
                .connectionCredentials()
                .connectionToken();
        assertThat(customer.getTranscript(request -> request.connectionToken(token))
                        .transcript())
                .extracting(item -> item.content())
                .contains("How can I help?");

        customer.sendMessage(message ->
                message.connectionToken(token).contentType("text/plain").content("My order is late."));
        assertThat(agent.end().messages()).containsExactly("How can I help?", "My order is late.");
    }

    @Test
    void withoutAmazonConnectTheCustomerIsToldSo() {
        emulator.faults()
                .add(Faults.NewFault.error("InternalServiceException", 500).operation("StartChatContact"));

        assertThat(desk.tryToOpen("Ada")).isFalse();

        // The SDK has tried more than once.
        assertThat(emulator.calls()
                        .count(new Calls.Filter().operation("StartChatContact").status(500)))
                .isGreaterThan(1);
    }
}
