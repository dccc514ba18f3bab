package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.connectchat.chat.Reachable;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.run.ContactFlow;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows that of a chat with flows nothing stays in memory once its retention is over. */
class NothingOfAFlowIsLeftTest {

    private static final List<Class<?>> PARTS =
            List.of(ContactFlow.class, FlowLogEntry.class, QueuedContact.class, Conversation.class, Contact.class);

    @Rule("P30")
    @Test
    void whenTheRetentionIsOver() {
        try (Emulator emulator = Emulator.own(
                "emulator.throttling.enabled=false",
                "emulator.chat.retention=1h",
                "emulator.flows.agents[0].id=standing",
                "emulator.flows.agents[0].queues[0]=offers",
                "emulator.flows.agents[0].auto-accept=false")) {
            Centre centre = new Centre(emulator);
            Chat served = served(centre);
            Chat offered = centre.connected(
                    centre.flow(new FlowScript().queues("offers").disconnects()));
            Chat waiting = centre.connected(
                    centre.flow(new FlowScript().says("Please wait").stands()));
            centre.awaitSaid(waiting, "Please wait");
            await().until(() -> centre.describe(offered.contactId()).has("QueueInfo"));
            for (Class<?> part : PARTS) {
                assertThat(Reachable.from(emulator.beans(Object.class), part))
                        .as("before the end: %s", part)
                        .isNotEmpty();
            }

            Party.worked(served.customer().disconnect());
            waiting.stop();
            offered.stop();
            centre.control().advance("PT2H");

            for (Class<?> part : PARTS) {
                assertThat(Reachable.from(emulator.beans(Object.class), part))
                        .as("after the retention: %s", part)
                        .isEmpty();
            }
        }
    }

    /** A chat whose agent has come after a whisper and gone, and whose disconnect flow waits. */
    private static Chat served(Centre centre) {
        String whisper =
                centre.flow("CUSTOMER_WHISPER", new FlowScript().waits(10).ends());
        String remaining = centre.flow(new FlowScript()
                .says("How was it?")
                .waitsFor("CustomerReturned")
                .disconnects());
        Chat chat = centre.connected(centre.flow(new FlowScript()
                .hooks("CustomerWhisper", whisper)
                .hooks("CustomerRemaining", remaining)
                .queues("orders")
                .disconnects()));
        await().until(() -> centre.describe(chat.contactId()).has("QueueInfo"));
        var agent = centre.control().join(chat.contactId(), "Grace");
        centre.control().advance("PT10S");
        await().until(() -> centre.transcript(chat).contains("AGENT participant.joined"));
        agent.act("leave");
        centre.awaitSaid(chat, "How was it?");
        return chat;
    }
}
