package org.connectchat.control.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.connectchat.control.web.ControlApiTest.problem;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows a chat with an agent that the control API plays, as the customer's clients and Connect's operations see it. */
class AgentTest {

    private final Emulator emulator = Emulator.unthrottled();
    private final Control control = new Control(emulator);

    @Test
    @Rule("A1")
    void allParticipantsHearThatAnAgentJoins() {
        Chat chat = Chat.start(emulator);
        try (ClientSocket socket = chat.customer().join()) {
            Control.Agent grace = control.join(chat.contactId(), "Grace");

            socket.nextEvent("participant.joined");
            JsonNode joined = socket.nextEvent("participant.joined");
            assertThat(joined.path("ParticipantRole").asString()).isEqualTo("AGENT");
            assertThat(joined.path("DisplayName").asString()).isEqualTo("Grace");
            assertThat(joined.path("ParticipantId").asString()).isEqualTo(grace.id());
            assertThat(joined.path("ContactId").asString()).isEqualTo(chat.contactId());
        }
    }

    @Test
    @Rule("A1")
    void theContactKnowsTheAgentThatTookItFirst() {
        Chat chat = Chat.start(emulator);
        assertThat(chat.description().has("AgentInfo")).isFalse();

        control.join(chat.contactId(), "Grace");
        control.join(chat.contactId(), "Edsger");

        JsonNode agent = chat.description().path("AgentInfo");
        assertThat(agent.path("Id").asString()).isEqualTo("Grace-id");
        assertThat(agent.path("AcceptedByAgentTimestamp").asDouble())
                .isGreaterThanOrEqualTo(
                        chat.description().path("InitiationTimestamp").asDouble())
                .isLessThanOrEqualTo(agent.path("ConnectedToAgentTimestamp").asDouble());
    }

    @Test
    @Rule("A1")
    void anInvitedAgentJoinsWithItsToken() {
        Chat chat = Chat.start(emulator);
        JsonNode agent = control.post("/contacts/" + chat.contactId() + "/agents", """
            {"displayName": "Grace", "connect": false}\
            """);
        assertThat(chat.description().path("AgentInfo").has("ConnectedToAgentTimestamp"))
                .isFalse();

        Party party = new Party(
                emulator,
                agent.path("participantId").asString(),
                agent.path("participantToken").asString());
        party.sayPresent();
        party.say("here I am");

        assertThat(chat.description().path("AgentInfo").has("ConnectedToAgentTimestamp"))
                .isTrue();
        assertThat(Chat.wholeTranscript(chat.customer()))
                .extracting(
                        item -> item.path("ContentType").asString().replace(Party.EVENT, ""),
                        item -> item.path("DisplayName").asString())
                .containsExactly(
                        tuple("participant.invited", "Grace"),
                        tuple("participant.joined", "Grace"),
                        tuple("text/plain", "Grace"));
    }

    @Test
    @Rule("A5")
    void theChatContinuesWithoutAnAgentThatLeaves() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        Party party = grace.party();
        try (ClientSocket customer = chat.customer().join();
                ClientSocket agent = party.join()) {
            party.say("bye");

            grace.act("leave");

            assertThat(customer.nextEvent("participant.left")
                            .path("DisplayName")
                            .asString())
                    .isEqualTo("Grace");
            assertThat(agent.closeCode()).isEqualTo(1000);
            assertThat(party.send("""
                {"ContentType": "text/plain", "Content": "one more thing"}\
                """).outcome()).isEqualTo("403 AccessDeniedException");
            chat.customer().say("still here");
            assertThat(chat.description().has("DisconnectTimestamp")).isFalse();
        }
        problem(control.call("POST", grace.path("typing"), null), 404, "No agent " + grace.id());
    }

    @Test
    @Rule("A6")
    void anAgentEndsTheChatForAllParticipants() {
        Chat chat = Chat.start(emulator);
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        try (ClientSocket customer = chat.customer().join()) {
            String token = chat.customer().connectionToken();

            grace.act("end");

            assertThat(customer.nextEvent("participant.left")
                            .path("DisplayName")
                            .asString())
                    .isEqualTo("Grace");
            customer.nextEvent("chat.ended");
            assertThat(chat.description().path("DisconnectReason").asString()).isEqualTo("AGENT_DISCONNECT");
            assertThat(Chat.call(emulator, "/participant/transcript", token, "{}")
                            .outcome())
                    .isEqualTo("403 AccessDeniedException");
        }
        problem(control.call("POST", grace.path("end"), null), 409, "has ended");
    }

    @Test
    @Rule("A7")
    void aChatHasSixPeopleAtMost() {
        Chat chat = Chat.start(emulator);
        chat.addBot().sayPresent();
        for (int i = 0; i < 5; i++) {
            control.invite(chat.contactId(), "Agent" + i);
        }
        assertThat(control.contact(chat.contactId()).path("participants")).hasSize(7);

        problem(
                control.call("POST", "/contacts/" + chat.contactId() + "/agents", "{\"displayName\": \"Seventh\"}"),
                409,
                "6 people");
    }

    @Test
    @Rule("A7")
    void anAgentCannotJoinAnUnknownOrEndedChat() {
        Chat chat = Chat.start(emulator);
        chat.stop();

        problem(
                control.call("POST", "/contacts/" + chat.contactId() + "/agents", "{\"displayName\": \"Grace\"}"),
                409,
                "has ended");
        problem(control.call("POST", "/contacts/nobody/agents", "{\"displayName\": \"Grace\"}"), 404, "nobody");
        problem(control.call("POST", "/contacts/nobody/agents", "{}"), 400, "displayName: is required");
    }

    @Test
    @Rule("A8")
    void theContactCountsTheMessages() {
        Chat chat = Chat.start(emulator);
        chat.customer().sayPresent();
        chat.addBot().say("beep");
        Control.Agent grace = control.join(chat.contactId(), "Grace");
        chat.customer().say("hello?");
        chat.customer().say("anybody?");
        grace.say("yes");
        chat.customer().say("fine");
        chat.stop();

        JsonNode all = chat.description().at("/ChatMetrics/ChatContactMetrics");
        JsonNode agent = chat.description().at("/ChatMetrics/AgentMetrics");
        JsonNode customer = chat.description().at("/ChatMetrics/CustomerMetrics");
        assertThat(all.path("TotalMessages").asInt()).isEqualTo(5);
        assertThat(all.path("TotalBotMessages").asInt()).isEqualTo(1);
        assertThat(all.path("TotalBotMessageLengthInChars").asInt()).isEqualTo(4);
        assertThat(all.path("ConversationTurnCount").asInt()).isEqualTo(1);
        assertThat(all.path("MultiParty").asBoolean()).isFalse();
        assertThat(all.has("ConversationCloseTimeInMillis")).isTrue();
        assertThat(all.has("AgentFirstResponseTimestamp")).isTrue();
        assertThat(agent.path("ParticipantId").asString()).isEqualTo(grace.id());
        assertThat(agent.path("ParticipantType").asString()).isEqualTo("AGENT");
        assertThat(agent.path("MessagesSent").asInt()).isEqualTo(1);
        assertThat(agent.path("NumResponses").asInt()).isEqualTo(1);
        assertThat(customer.path("MessagesSent").asInt()).isEqualTo(3);
        assertThat(customer.path("NumResponses").asInt()).isEqualTo(2);
        assertThat(customer.path("MessageLengthInChars").asInt()).isEqualTo(18);
    }
}
