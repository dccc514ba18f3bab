package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The disconnect flow takes a chat over when its agent has gone and its customer remains. */
class DisconnectFlowTest {

    private static final String CREDENTIALS = "{\"Type\": [\"CONNECTION_CREDENTIALS\"]}";
    private static final String LEFT = "AGENT participant.left";

    private final Centre centre = Centre.withClock();

    /** A chat that an agent may take at once, with a disconnect flow. */
    private Chat start(String disconnectFlow) {
        return centre.start(centre.flow(new FlowScript()
                .names("Order")
                .tags("kind", "order")
                .hooks("CustomerRemaining", centre.flow(disconnectFlow))
                .marks("first", "$.ContactId")
                .queues("orders")
                .disconnects()));
    }

    private Control.Agent agentIn(Chat chat) {
        await().until(() -> centre.describe(chat.contactId()).has("QueueInfo"));
        return centre.control().join(chat.contactId(), "Grace");
    }

    private static String survey() {
        return new FlowScript()
                .marks("how", "$.InitiationMethod")
                .says("How was it?")
                .waitsFor("CustomerReturned")
                .says("Thank you")
                .disconnects();
    }

    @Rule({"F46", "F50"})
    @Test
    void theChatGoesOnInANewContactAfterTheLastAgentHasLeft() {
        Chat chat = start(survey());
        try (ClientSocket socket = chat.customer().join()) {
            Control.Agent agent = agentIn(chat);
            Party party = agent.party();
            party.connectionToken();
            socket.nextEvent("participant.joined");
            socket.nextEvent("participant.joined");

            agent.act("leave");

            List<JsonNode> items = socket.nextItems(2);
            assertThat(Centre.brief(items)).containsExactly(LEFT, "How was it?");
            assertThat(items.get(0).path("ContactId").asString()).isEqualTo(chat.contactId());
            String nextId = items.get(1).path("ContactId").asString();
            assertThat(nextId).isNotEqualTo(chat.contactId());
            assertThat(items.get(1).path("InitialContactId").asString()).isEqualTo(chat.contactId());
            JsonNode before = centre.describe(chat.contactId());
            assertThat(before.path("DisconnectReason").asString()).isEqualTo("AGENT_DISCONNECT");
            assertThat(before.path("DisconnectTimestamp").isNumber()).isTrue();
            JsonNode next = centre.describe(nextId);
            assertThat(next.path("PreviousContactId").asString()).isEqualTo(chat.contactId());
            assertThat(next.path("InitialContactId").asString()).isEqualTo(chat.contactId());
            assertThat(next.path("InitiationMethod").asString()).isEqualTo("DISCONNECT");
            assertThat(next.path("Name").asString()).isEqualTo("Order");
            assertThat(next.path("Tags").path("kind").asString()).isEqualTo("order");
            assertThat(next.path("Attributes").path("first").asString()).isEqualTo(chat.contactId());
            assertThat(next.path("Attributes").path("how").asString()).isEqualTo("DISCONNECT");
            assertThat(next.has("AgentInfo")).isFalse();
            assertThat(next.has("QueueInfo")).isFalse();
            assertThat(party.connection(CREDENTIALS).status()).isEqualTo(403);
            assertThat(party.send("{\"ContentType\": \"text/plain\", \"Content\": \"hello\"}")
                            .status())
                    .isEqualTo(403);

            try (ClientSocket another = chat.customer().join()) {
                chat.customer().say("Good");
                assertThat(Centre.brief(another.nextItems(3))).containsExactly("Good", "Thank you", "chat.ended");
            }
            assertThat(Centre.brief(socket.nextItems(3))).containsExactly("Good", "Thank you", "chat.ended");
            assertThat(centre.reason(nextId)).isEqualTo("CONTACT_FLOW_DISCONNECT");
        }
    }

    @Rule("F46")
    @Test
    void anAgentWhoEndsTheChatStartsTheDisconnectFlowToo() {
        Chat chat = start(survey());
        try (ClientSocket socket = chat.customer().join()) {
            Control.Agent agent = agentIn(chat);
            try (ClientSocket agents = agent.party().join()) {
                agent.act("end");

                assertThat(Centre.brief(socket.nextItems(4)))
                        .containsExactly(
                                "CUSTOMER participant.joined", "AGENT participant.joined", LEFT, "How was it?");
                agents.closeCode();
                assertThat(Centre.brief(agents.itemsUpToNow())).doesNotContain("How was it?", "chat.ended");
            }
        }
    }

    @Rule("F46")
    @Test
    void onlyTheLastAgentWhoLeavesStartsIt() {
        Chat chat = start(survey());
        centre.connect(chat);
        Control.Agent grace = agentIn(chat);
        Control.Agent edsger = centre.control().join(chat.contactId(), "Edsger");

        grace.act("leave");
        edsger.say("I am still here");
        assertThat(centre.said(chat)).isEmpty();
        edsger.act("leave");

        centre.awaitSaid(chat, "How was it?");
        assertThat(centre.transcript(chat)).containsSubsequence(LEFT, "I am still here", LEFT, "How was it?");
    }

    @Rule("F46")
    @Test
    void transferContactToQueueBringsAnotherAgent() {
        Chat chat = start(new FlowScript().queues().says("never said").disconnects());
        try (ClientSocket socket = chat.customer().join()) {
            agentIn(chat).act("leave");
            socket.nextEvent("participant.left");
            await().until(() -> centre.describe(centre.current(chat)).has("QueueInfo"));

            Control.Agent edsger = centre.control().join(centre.current(chat), "Edsger");
            edsger.say("Good morning");

            assertThat(Centre.brief(socket.nextItems(2))).containsExactly("AGENT participant.joined", "Good morning");
            assertThat(centre.describe(edsger.contactId())
                            .path("QueueInfo")
                            .path("Id")
                            .asString())
                    .isEqualTo("orders");
            edsger.act("leave");
            await().until(() -> !centre.current(chat).equals(edsger.contactId()));
            assertThat(centre.describe(centre.current(chat))
                            .path("PreviousContactId")
                            .asString())
                    .isEqualTo(edsger.contactId());
        }
    }

    @Rule("F46")
    @Test
    void chatTimersStartItToo() {
        Chat chat = start(survey());
        try (ClientSocket socket = chat.customer().join()) {
            Party.worked(centre.emulator()
                    .send(
                            "PUT",
                            "/contact/participant-role-config/" + centre.instanceId() + "/" + chat.contactId(),
                            """
                    {"ChannelConfiguration": {"Chat": {"ParticipantTimerConfigList": [{"ParticipantRole": "AGENT",
                      "TimerType": "DISCONNECT_NONCUSTOMER", "TimerValue": {"ParticipantTimerDurationInMinutes": 2}}]}}}"""));
            agentIn(chat);
            socket.nextItems(2);

            centre.control().advance("PT2M");

            assertThat(Centre.brief(socket.nextItems(3)))
                    .containsExactly("AGENT participant.autodisconnection", LEFT, "How was it?");
            assertThat(centre.reason(chat.contactId())).isEqualTo("IDLE_DISCONNECT");
            centre.control().advance("PT10M");
            assertThat(socket.itemsUpToNow()).isEmpty();
        }
    }

    @Rule("F47")
    @Test
    void withoutTheHookAnAgentLeavesAsBefore() {
        Chat chat =
                centre.connected(centre.flow(new FlowScript().queues("orders").disconnects()));
        agentIn(chat).act("leave");

        chat.customer().say("hello?");

        assertThat(centre.current(chat)).isEqualTo(chat.contactId());
        assertThat(centre.describe(chat.contactId()).has("DisconnectTimestamp")).isFalse();
        centre.control().join(chat.contactId(), "Edsger").act("end");
        assertThat(centre.reason(chat.contactId())).isEqualTo("AGENT_DISCONNECT");
    }
}
