package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The frames of what a flow says, and what the system participant is not. */
class SystemMessagesTest {

    private final Centre centre = new Centre(Emulator.unthrottled());

    @Rule("F30")
    @Test
    void aTextOfAFlowIsAPlainMessageOfTheSystemParticipant() {
        String flowId = centre.flow(new FlowScript()
                .says("*Dear* $.Attributes.name,\\nwelcome")
                .says("How can we help?")
                .stands());
        Chat chat = centre.start(flowId, ", \"Attributes\": {\"name\": \"Ada\"}");

        try (ClientSocket socket = chat.customer().join()) {
            JsonNode first = socket.nextItem("text/plain");
            JsonNode second = socket.nextItem("text/plain");

            assertThat(first.propertyNames())
                    .containsExactlyInAnyOrder(
                            "AbsoluteTime",
                            "Content",
                            "ContentType",
                            "Id",
                            "Type",
                            "ParticipantId",
                            "DisplayName",
                            "ParticipantRole",
                            "InitialContactId",
                            "ContactId");
            assertThat(first.path("Type").asString()).isEqualTo("MESSAGE");
            assertThat(first.path("Content").asString()).isEqualTo("*Dear* Ada,\nwelcome");
            assertThat(first.path("DisplayName").asString()).isEqualTo("SYSTEM_MESSAGE");
            assertThat(first.path("ParticipantRole").asString()).isEqualTo("SYSTEM");
            assertThat(first.path("ContactId").asString()).isEqualTo(chat.contactId());
            assertThat(first.path("InitialContactId").asString()).isEqualTo(chat.contactId());
            assertThat(first.path("ParticipantId").asString())
                    .matches("[0-9a-f-]{36}")
                    .isNotEqualTo(chat.customer().id())
                    .isEqualTo(second.path("ParticipantId").asString());
            List<JsonNode> transcript = Chat.wholeTranscript(chat.customer());
            assertThat(transcript.stream().map(item -> item.path("Id").asString()))
                    .contains(first.path("Id").asString(), second.path("Id").asString());
        }
    }

    @Rule("F32")
    @Test
    void theSystemParticipantIsNoParticipant() {
        Chat chat = centre.start(centre.flow(new FlowScript().says("Welcome").stands()));
        try (ClientSocket socket = chat.customer().join()) {
            JsonNode welcome = socket.nextItem("text/plain");
            Control.Agent agent = centre.control().join(chat.contactId(), "Grace");
            JsonNode said = agent.say("Good morning");
            Party party = agent.party();

            assertThat(chat.customer()
                            .receipt("read", said.path("id").asString())
                            .status())
                    .isEqualTo(200);
            assertThat(party.receipt("read", welcome.path("Id").asString()).status())
                    .isEqualTo(200);
            assertThat(centre.control().contact(chat.contactId()).path("participants"))
                    .hasSize(2);
            assertThat(socket.itemsUpToNow().stream()
                            .filter(item -> item.path("Type").asString().equals("EVENT")))
                    .extracting(item -> item.path("ParticipantRole").asString())
                    .doesNotContain("SYSTEM");
            assertThat(centre.transcript(chat))
                    .containsExactly(
                            "CUSTOMER participant.joined", "Welcome", "AGENT participant.joined", "Good morning");
        }
    }
}
