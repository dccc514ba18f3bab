package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.connectchat.flow.routing.QueueLines;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A contact in a queue, its queue flow, and the agent of a test who takes it. */
class QueueFlowTest {

    private final Centre centre = Centre.withClock();

    private Chat queued(String queueFlow) {
        String hook = centre.flow("CUSTOMER_QUEUE", queueFlow);
        Chat chat = centre.connected(centre.flow(new FlowScript()
                .hooks("CustomerQueue", hook)
                .queues("orders")
                .says("never said")
                .disconnects()));
        await().until(() -> isQueued(chat));
        return chat;
    }

    private boolean isQueued(Chat chat) {
        return centre.emulator().bean(QueueLines.class).find(chat.contactId()) != null;
    }

    @Rule({"F42", "F43"})
    @Test
    void aQueuedContactRunsItsQueueFlowUntilAnAgentJoins() {
        Chat chat = queued(new FlowScript()
                .says("You are in the queue")
                .waits(60)
                .says("Still waiting")
                .waits(60)
                .says("never said")
                .stands());
        centre.awaitSaid(chat, "You are in the queue");
        JsonNode queue = centre.describe(chat.contactId()).path("QueueInfo");
        assertThat(queue.path("Id").asString()).isEqualTo("orders");
        assertThat(queue.path("EnqueueTimestamp").isNumber()).isTrue();

        centre.control().advance("PT60S");
        Control.Agent agent = centre.control().join(chat.contactId(), "Grace");
        centre.control().advance("PT10M");
        agent.say("Good morning");

        assertThat(isQueued(chat)).isFalse();
        assertThat(centre.transcript(chat))
                .containsExactly(
                        "CUSTOMER participant.joined",
                        "You are in the queue",
                        "Still waiting",
                        "AGENT participant.joined",
                        "Good morning");
        assertThat(centre.describe(chat.contactId()).path("QueueInfo")).isEqualTo(queue);
    }

    @Rule("F43")
    @Test
    void aQueueFlowThatEndsLeavesTheContactQueued() {
        Chat chat = queued(new FlowScript().says("You are in the queue").ends());
        centre.awaitSaid(chat, "You are in the queue");
        chat.customer().say("hello?");
        centre.control().advance("PT1H");

        assertThat(isQueued(chat)).isTrue();
        assertThat(centre.describe(chat.contactId()).has("DisconnectTimestamp")).isFalse();
    }

    @Rule({"F40", "F43"})
    @Test
    void disconnectParticipantInAQueueFlowEndsTheChat() {
        Chat chat = queued(new FlowScript().waits(60).says("We are closed").disconnects());
        try (ClientSocket socket = chat.customer().join()) {
            centre.control().advance("PT60S");

            assertThat(Centre.brief(socket.nextItems(2))).containsExactly("We are closed", "chat.ended");
        }
        assertThat(centre.reason(chat.contactId())).isEqualTo("CONTACT_FLOW_DISCONNECT");
        assertThat(isQueued(chat)).isFalse();
    }

    @Rule("F42")
    @Test
    void aQueueWithoutAFlowIsSilent() {
        Chat chat = centre.connected(
                centre.flow(new FlowScript().queues("orders").says("never said").disconnects()));
        await().until(() -> isQueued(chat));
        centre.control().advance("PT1H");

        assertThat(centre.said(chat)).isEmpty();
        assertThat(isQueued(chat)).isTrue();
    }

    @Rule("F42")
    @Test
    void aFullQueueIsQueueAtCapacity() {
        Centre small = new Centre(Emulator.with(
                "emulator.throttling.enabled=false",
                "emulator.flows.queues[0].id=small",
                "emulator.flows.queues[0].name=Small",
                "emulator.flows.queues[0].maximum=1"));
        String flowId = small.flow(
                new FlowScript().queues("small").says("The queue is full").stands());
        Chat first = small.connected(flowId);
        await().until(() -> small.describe(first.contactId()).has("QueueInfo"));

        Chat second = small.connected(flowId);

        small.awaitSaid(second, "The queue is full");
        assertThat(small.describe(second.contactId()).has("QueueInfo")).isFalse();
        first.stop();
        Chat third = small.connected(flowId);
        await().until(() -> small.describe(third.contactId()).has("QueueInfo"));
    }

    @Rule("F45")
    @Test
    void anAgentWhoJoinsAContactInNoQueueBreaksItsFlowOff() {
        Chat chat = centre.connected(centre.flow(new FlowScript()
                .says("Please wait")
                .waits(60)
                .says("never said")
                .disconnects()));
        centre.awaitSaid(chat, "Please wait");

        centre.control().join(chat.contactId(), "Grace");
        centre.control().advance("PT10M");

        assertThat(centre.transcript(chat))
                .containsExactly("CUSTOMER participant.joined", "Please wait", "AGENT participant.joined");
    }

    @Rule("F45")
    @Test
    void aFlowDoesNotStartWhenAnAgentIsThereBeforeTheCustomer() {
        Chat chat = centre.start(centre.flow(new FlowScript().says("never said").stands()));
        centre.control().join(chat.contactId(), "Grace");

        centre.connect(chat);
        chat.customer().say("hello");

        assertThat(centre.said(chat)).isEmpty();
    }
}
