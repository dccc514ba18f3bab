package org.connectchat.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows the end of a chat as each side sees it. */
class EndOfAChatTest {

    private final Emulator emulator = Emulator.unthrottled();
    private final Control control = new Control(emulator);

    private static List<String> lastEvents(ClientSocket socket) {
        return socket.itemsUpToNow().stream()
                .filter(item -> !item.path("ContentType").asString().endsWith("participant.joined"))
                .map(item -> item.path("ContentType").asString().substring(Party.EVENT.length())
                        + (item.has("DisplayName")
                                ? " " + item.path("DisplayName").asString()
                                : ""))
                .toList();
    }

    private List<List<String>> seenByAll(String start) {
        Chat chat = Chat.start(emulator, start);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        Control.Agent edsger = control.join(chat.contactId(), "Edsger");
        Control.Agent barbara = control.join(chat.contactId(), "Barbara");
        try (ClientSocket customer = chat.customer().join();
                ClientSocket first = grace.party().join();
                ClientSocket second = edsger.party().join();
                ClientSocket third = barbara.party().join()) {
            chat.customer().disconnect();
            assertThat(chat.description().path("DisconnectReason").asString()).isEqualTo("CUSTOMER_DISCONNECT");
            assertThat(grace.party().connection("{\"Type\": [\"WEBSOCKET\"]}").outcome())
                    .isEqualTo("403 AccessDeniedException");
            return List.of(lastEvents(customer), lastEvents(first), lastEvents(second), lastEvents(third));
        }
    }

    @Test
    @Rule("A11")
    void allParticipantsSeeThatTheCustomerLeavesAndTheChatEnds() {
        assertThat(seenByAll(Emulator.SMALLEST_START))
                .hasSize(4)
                .allSatisfy(seen -> assertThat(seen).containsExactly("participant.left Ada", "chat.ended"));
    }

    @Test
    @Rule("A11")
    void agentsAreDisconnectedWithTheCustomerIfTheChatWasStartedSo() {
        assertThat(seenByAll("""
            {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
             "DisconnectOnCustomerExit": ["AGENT"]}\
            """))
                .hasSize(4)
                .allSatisfy(seen -> assertThat(seen)
                        .containsExactly(
                                "participant.left Ada",
                                "participant.left Grace",
                                "participant.left Edsger",
                                "participant.left Barbara",
                                "chat.ended"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CUSTOMER_DISCONNECT",
                "AGENT_DISCONNECT",
                "AGENT_NETWORK_DISCONNECT",
                "CUSTOMER_CONNECTION_NOT_ESTABLISHED",
                "EXPIRED",
                "CONTACT_FLOW_DISCONNECT",
                "API",
                "BARGED",
                "IDLE_DISCONNECT",
                "THIRD_PARTY_DISCONNECT",
                "SYSTEM_ERROR"
            })
    @Rule("C3")
    void aTestEndsAChatForAnyReason(String reason) {
        Chat chat = Chat.start(emulator);
        try (ClientSocket customer = chat.customer().join()) {
            JsonNode ended = control.post(
                    "/contacts/" + chat.contactId() + "/end", "{\"disconnectReason\": \"" + reason + "\"}");

            customer.nextEvent("chat.ended");
            assertThat(ended.path("disconnectReason").asString()).isEqualTo(reason);
            assertThat(chat.description().path("DisconnectReason").asString()).isEqualTo(reason);
        }
    }

    @Test
    @Rule("C3")
    void aTestConnectsTheCustomerWithoutASocket() {
        Chat chat = Chat.start(emulator);

        JsonNode contact = control.post("/contacts/" + chat.contactId() + "/connect");

        assertThat(contact.has("connectedAt")).isTrue();
        assertThat(contact.at("/participants/0/present").asBoolean()).isTrue();
        assertThat(contact.at("/participants/0/sockets").asInt()).isZero();
        assertThat(contact.path("deadlines"))
                .extracting(deadline -> deadline.path("kind").asString())
                .containsExactly("DURATION");
        assertThat(chat.description().has("ConnectedToSystemTimestamp")).isTrue();
    }
}
