package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.connectchat.flow.routing.QueueLines;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** The whispers between the acceptance of an agent and its joining. */
class WhispersTest {

    private static final String AGENT_JOINED = "AGENT participant.joined";

    private final Centre centre = Centre.withClock();

    /** A chat in a queue, with whispers; null for none. */
    private Chat queued(String agentWhisper, String customerWhisper) {
        FlowScript script = new FlowScript();
        if (agentWhisper != null) {
            script.hooks("AgentWhisper", centre.flow("AGENT_WHISPER", agentWhisper));
        }
        if (customerWhisper != null) {
            script.hooks("CustomerWhisper", centre.flow("CUSTOMER_WHISPER", customerWhisper));
        }
        String queueFlow = centre.flow(
                "CUSTOMER_QUEUE", new FlowScript().says("In the queue").ends());
        Chat chat = centre.connected(centre.flow(
                script.hooks("CustomerQueue", queueFlow).queues("orders").disconnects()));
        centre.awaitSaid(chat, "In the queue");
        return chat;
    }

    private boolean isQueued(Chat chat) {
        return centre.emulator().bean(QueueLines.class).find(chat.contactId()) != null;
    }

    private static String whisper(String words) {
        return new FlowScript().waits(10).says(words).ends();
    }

    @Rule("F44")
    @Test
    void eachSideHearsItsWhisperAloneBeforeTheAgentJoins() {
        Chat chat = queued(whisper("For $.Agent.FirstName"), whisper("You are recorded"));
        try (ClientSocket customer = chat.customer().join()) {
            Control.Agent agent = centre.control().join(chat.contactId(), "Grace Hopper");
            try (ClientSocket agents = agent.party().join()) {
                assertThat(isQueued(chat)).isTrue();
                centre.control().advance("PT10S");
                assertThat(Centre.brief(agents.nextItem())).isEqualTo("For Grace");
                await().until(() -> !isQueued(chat));
                assertThat(customer.itemsUpToNow()).isEmpty();

                centre.control().advance("PT10S");
                assertThat(Centre.brief(customer.nextItems(2))).containsExactly("You are recorded", AGENT_JOINED);
                assertThat(Centre.brief(agents.nextItem())).isEqualTo(AGENT_JOINED);
            }
        }
        assertThat(centre.transcript(chat))
                .containsExactly("CUSTOMER participant.joined", "In the queue", AGENT_JOINED);
    }

    @Rule("F44")
    @Test
    void withoutAnAgentWhisperTheContactLeavesTheQueueAtOnce() {
        Chat chat = queued(null, whisper("You are recorded"));

        centre.control().join(chat.contactId(), "Grace");

        assertThat(isQueued(chat)).isFalse();
        assertThat(centre.transcript(chat)).doesNotContain(AGENT_JOINED);
        centre.control().advance("PT10S");
        await().until(() -> centre.transcript(chat).contains(AGENT_JOINED));
    }

    @Rule("F44")
    @Test
    void whispersThatTakeTwoMinutesSendTheAgentAway() {
        Chat chat = queued(new FlowScript().waits(200).ends(), null);
        Control.Agent agent = centre.control().join(chat.contactId(), "Grace");
        String enqueued = centre.describe(chat.contactId()).path("QueueInfo").toString();

        centre.control().advance("PT119S");
        assertThat(agent.party()
                        .connection("{\"Type\": [\"CONNECTION_CREDENTIALS\"]}")
                        .status())
                .isEqualTo(200);
        centre.control().advance("PT1S");

        await().until(() -> centre.said(chat).size() == 2);
        assertThat(centre.said(chat)).containsExactly("In the queue", "In the queue");
        assertThat(isQueued(chat)).isTrue();
        assertThat(centre.describe(chat.contactId()).path("QueueInfo")).hasToString(enqueued);
        assertThat(centre.describe(chat.contactId()).has("AgentInfo")).isFalse();
        assertThat(agent.party()
                        .connection("{\"Type\": [\"CONNECTION_CREDENTIALS\"]}")
                        .status())
                .isEqualTo(403);
        centre.control().advance("PT10M");
        assertThat(centre.transcript(chat)).doesNotContain(AGENT_JOINED);
    }

    @Rule("F44")
    @Test
    void anAgentWhoLeavesDuringAWhisperPutsTheContactBackIntoItsQueue() {
        Chat chat = queued(null, whisper("You are recorded"));
        try (ClientSocket customer = chat.customer().join()) {
            Control.Agent grace = centre.control().join(chat.contactId(), "Grace");
            grace.act("leave");
            await().until(() -> isQueued(chat));
            Control.Agent edsger = centre.control().join(chat.contactId(), "Edsger");
            centre.control().advance("PT10S");

            assertThat(Centre.brief(customer.nextItems(3)))
                    .containsExactly("In the queue", "You are recorded", AGENT_JOINED);
            assertThat(centre.describe(chat.contactId())
                            .path("AgentInfo")
                            .path("Id")
                            .asString())
                    .isEqualTo("Edsger-id");
            edsger.say("Good morning");
        }
    }

    @Rule("F44")
    @Test
    void theCustomersEndDuringAWhisperEndsTheChat() {
        Chat chat = queued(whisper("never heard"), null);
        Control.Agent agent = centre.control().join(chat.contactId(), "Grace");
        try (ClientSocket agents = agent.party().join()) {
            chat.customer().disconnect();

            assertThat(Centre.brief(agents.nextEvent("chat.ended"))).isEqualTo("chat.ended");
        }
        assertThat(centre.reason(chat.contactId())).isEqualTo("CUSTOMER_DISCONNECT");
        assertThat(isQueued(chat)).isFalse();
    }
}
