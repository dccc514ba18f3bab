package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How a flow ends its chat, and how the end of a chat ends its flow. */
class EndOfAFlowTest {

    private final Centre centre = new Centre(Emulator.unthrottled());

    private static String waiting() {
        return new FlowScript()
                .says("Please wait")
                .waitsFor("CustomerReturned")
                .says("never said")
                .stands();
    }

    /** Ends the chat from its customer's view: nothing is pushed but the end. */
    private void assertFlowEnds(String flowId) {
        Chat chat = centre.start(flowId);
        try (ClientSocket socket = chat.customer().join()) {
            JsonNode last = socket.nextEvent("chat.ended");

            assertThat(last.has("ParticipantId")).isFalse();
            assertThat(last.path("ContactId").asString()).isEqualTo(chat.contactId());
            assertThat(socket.itemsUpToNow()).isEmpty();
            assertThat(centre.transcript(chat)).containsExactly("CUSTOMER participant.joined", "Goodbye", "chat.ended");
            assertThat(centre.reason(chat.contactId())).isEqualTo("CONTACT_FLOW_DISCONNECT");
        }
    }

    @Rule("F40")
    @Test
    void disconnectParticipantEndsTheChat() {
        assertFlowEnds(centre.flow(new FlowScript().says("Goodbye").disconnects()));
    }

    @Rule("F41")
    @Test
    void aFlowThatEndsOtherwiseEndsTheChatToo() {
        assertFlowEnds(centre.flow(new FlowScript().says("Goodbye").runsOff()));
    }

    @Rule("F40")
    @Test
    void theDisconnectFlowDoesNotRunAfterDisconnectParticipant() {
        String remaining = centre.flow(new FlowScript().says("never said").stands());
        assertFlowEnds(centre.flow(new FlowScript()
                .hooks("CustomerRemaining", remaining)
                .says("Goodbye")
                .disconnects()));
    }

    @Rule("F49")
    @Test
    void stopContactStopsTheFlow() {
        String remaining = centre.flow(new FlowScript().says("never said").stands());
        String flowId = centre.flow(new FlowScript()
                .hooks("CustomerRemaining", remaining)
                .says("Please wait")
                .stands());
        Chat chat = centre.start(flowId);
        try (ClientSocket socket = chat.customer().join()) {
            socket.nextItem("text/plain");

            chat.stop();

            assertThat(Centre.brief(socket.nextItem())).isEqualTo("chat.ended");
            assertThat(socket.itemsUpToNow()).isEmpty();
        }
        assertThat(centre.reason(chat.contactId())).isEqualTo("API");
        assertThat(centre.said(chat)).containsExactly("Please wait");
    }

    @Rule("F48")
    @Test
    void theCustomerWhoLeavesEndsTheChatWhateverFlowRuns() {
        Chat chat = centre.start(centre.flow(waiting()));
        try (ClientSocket socket = chat.customer().join()) {
            socket.nextItem("text/plain");

            assertThat(chat.customer().disconnect().status()).isEqualTo(200);

            assertThat(Centre.brief(socket.nextItems(2))).containsExactly("CUSTOMER participant.left", "chat.ended");
        }
        assertThat(centre.reason(chat.contactId())).isEqualTo("CUSTOMER_DISCONNECT");
    }

    @Rule("F49")
    @Test
    void anExpiredChatRunsNoFurtherAction() {
        Centre withClock = Centre.withClock();
        String flowId = withClock.flow(new FlowScript()
                .says("Please wait")
                .waits(7_200)
                .says("never said")
                .disconnects());
        Chat chat = withClock.start(flowId, ", \"ChatDurationInMinutes\": 60");
        withClock.connect(chat);
        withClock.awaitSaid(chat, "Please wait");

        withClock.control().advance("PT3H");

        assertThat(withClock.reason(chat.contactId())).isEqualTo("EXPIRED");
        assertThat(withClock.said(chat)).containsExactly("Please wait");
    }

    @Rule("F49")
    @Test
    void aResetLeavesNothingOfAFlow() {
        Chat chat = centre.start(centre.flow(waiting()));
        centre.connect(chat);
        centre.awaitSaid(chat, "Please wait");
        Deadlines deadlines = centre.emulator().bean(Deadlines.class);
        assertThat(deadlines.waitingFor(chat.contactId())).hasSize(2);

        centre.control().post("/reset", "{\"instanceId\": \"" + centre.instanceId() + "\"}");

        assertThat(deadlines.waitingFor(chat.contactId())).isEmpty();
        assertThat(centre.emulator()
                        .describe(centre.instanceId(), chat.contactId())
                        .status())
                .isEqualTo(404);
    }

    @Rule("F35")
    @Test
    void whatTheCustomerWritesAfterAWaitIsInTheTranscriptOnce() {
        Chat chat = centre.start(centre.flow(new FlowScript()
                .says("Please wait")
                .waitsFor("CustomerReturned")
                .says("Thank you")
                .stands()));
        try (ClientSocket socket = chat.customer().join()) {
            socket.nextItem("text/plain");
            chat.customer().say("I am back");

            List<JsonNode> items = socket.nextItems(2);

            assertThat(Centre.brief(items)).containsExactly("I am back", "Thank you");
        }
    }
}
