package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.stream.StreamSupport;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Standing agents of the settings take queued chats, one at a time, and get free however a chat leaves them. */
class StandingAgentsOfFlowsTest {

    private static final String GRACE_JOINED = "AGENT participant.joined";

    private final Centre centre = new Centre(Emulator.with(
            "emulator.throttling.enabled=false",
            "emulator.flows.agents[0].id=grace",
            "emulator.flows.agents[0].display-name=Grace",
            "emulator.flows.agents[0].queues[0]=orders",
            "emulator.flows.agents[1].id=edsger",
            "emulator.flows.agents[1].queues[0]=offers",
            "emulator.flows.agents[1].auto-accept=false"));

    private String flow(String queue) {
        return centre.flow(new FlowScript().queues(queue).disconnects());
    }

    private void awaitGrace(Chat chat) {
        await().until(() -> centre.transcript(chat).contains(GRACE_JOINED));
    }

    private String agentPath(Chat chat) {
        JsonNode participants = centre.control().contact(chat.contactId()).path("participants");
        String id = StreamSupport.stream(participants.spliterator(), false)
                .filter(participant -> participant.path("role").asString().equals("AGENT"))
                .map(participant -> participant.path("participantId").asString())
                .findFirst()
                .orElseThrow();
        return "/contacts/" + chat.contactId() + "/agents/" + id + "/";
    }

    private Chat waitingBehind(Chat first, String flowId) {
        awaitGrace(first);
        Chat second = centre.connected(flowId);
        await().until(() -> centre.describe(second.contactId()).has("QueueInfo"));
        assertThat(centre.transcript(second)).doesNotContain(GRACE_JOINED);
        return second;
    }

    @Rule({"F44", "F73"})
    @Test
    void aStandingAgentJoinsAQueuedChatByItself() {
        Chat chat = centre.start(flow("orders"));
        try (ClientSocket socket = chat.customer().join()) {
            JsonNode joined = socket.nextItems(2).get(1);

            assertThat(Centre.brief(joined)).isEqualTo(GRACE_JOINED);
            assertThat(joined.path("DisplayName").asString()).isEqualTo("Grace");
            JsonNode agent = centre.describe(chat.contactId()).path("AgentInfo");
            assertThat(agent.path("Id").asString()).isEqualTo("grace");
            assertThat(agent.path("ConnectedToAgentTimestamp").isNumber()).isTrue();
        }
        chat.stop();
    }

    @Rule("F73")
    @Test
    void theEndOfAChatFreesItsAgent() {
        Chat first = centre.connected(flow("orders"));
        Chat second = waitingBehind(first, flow("orders"));

        first.stop();

        awaitGrace(second);
        second.stop();
    }

    @Rule("F73")
    @Test
    void anAgentWhoLeavesIsFree() {
        Chat first = centre.connected(flow("orders"));
        Chat second = waitingBehind(first, flow("orders"));

        centre.control().post(agentPath(first) + "leave");

        awaitGrace(second);
        first.stop();
        second.stop();
    }

    @Rule("F73")
    @Test
    void anAgentWhoHandsItsChatOverIsFree() {
        Chat first = centre.connected(flow("orders"));
        Chat second = waitingBehind(first, flow("orders"));

        JsonNode taking = centre.control().post(agentPath(first) + "transfer", "{\"displayName\": \"Barbara\"}");

        awaitGrace(second);
        assertThat(taking.path("contactId").asString()).isNotEqualTo(first.contactId());
        centre.emulator().stop(centre.instanceId(), taking.path("contactId").asString());
        second.stop();
    }

    @Rule({"F46", "F73"})
    @Test
    void theDisconnectFlowFreesTheAgentAndCanBringAnother() {
        String remaining = centre.flow(
                new FlowScript().waitsFor("CustomerReturned").queues().disconnects());
        Chat first = centre.connected(centre.flow(new FlowScript()
                .hooks("CustomerRemaining", remaining)
                .queues("orders")
                .disconnects()));
        Chat second = waitingBehind(first, flow("orders"));

        centre.control().post(agentPath(first) + "leave");
        awaitGrace(second);
        first.customer().say("One more thing");
        second.stop();

        await().until(() ->
                centre.transcript(first).stream().filter(GRACE_JOINED::equals).count() == 2);
        assertThat(centre.transcript(first))
                .containsExactly(
                        "CUSTOMER participant.joined",
                        GRACE_JOINED,
                        "AGENT participant.left",
                        "One more thing",
                        GRACE_JOINED);
        Party.worked(first.customer().disconnect());
    }

    @Rule({"F44", "F74"})
    @Test
    void aContactIsGivenToNoOtherAgentDuringTheWhisperOfItsAgent() {
        String whisper =
                centre.flow("AGENT_WHISPER", new FlowScript().waits(600).ends());
        Chat first = centre.connected(flow("orders"));
        Chat second = waitingBehind(
                first,
                centre.flow(new FlowScript()
                        .hooks("AgentWhisper", whisper)
                        .queues("orders")
                        .disconnects()));
        Chat third = waitingBehind(first, flow("orders"));
        centre.control().join(second.contactId(), "Alan");

        first.stop();

        awaitGrace(third);
        assertThat(centre.control().contact(second.contactId()).path("participants"))
                .extracting(participant -> participant.path("displayName").asString())
                .containsExactly("Ada", "Alan");
        second.stop();
        third.stop();
    }

    @Rule("F73")
    @Test
    void aChatThatEndsWhileItIsOfferedLeavesNoDeadline() {
        Chat chat = centre.connected(flow("offers"));
        Deadlines deadlines = centre.emulator().bean(Deadlines.class);
        await().until(() -> deadlines.waitingFor(chat.contactId()).stream()
                .anyMatch(deadline -> deadline.subject().startsWith("offer")));

        chat.stop();

        assertThat(deadlines.waitingFor(chat.contactId()))
                .noneMatch(deadline -> deadline.subject().startsWith("offer"));
    }
}
