package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** The customer leaves, with and without DisconnectOnCustomerExit and a disconnect flow. */
class CustomerExitTest {

    private static final String WITH_AGENTS = ", \"DisconnectOnCustomerExit\": [\"AGENT\"]";

    private final Centre centre = new Centre(Emulator.unthrottled());

    private String flow(boolean hook) {
        FlowScript script = new FlowScript();
        if (hook) {
            script.hooks(
                    "CustomerRemaining",
                    centre.flow(new FlowScript()
                            .says("How was it?")
                            .waitsFor("CustomerReturned")
                            .says("Thank you")
                            .disconnects()));
        }
        return centre.flow(script.queues("orders").disconnects());
    }

    private void joined(Chat chat) {
        await().until(() -> centre.describe(chat.contactId()).has("QueueInfo"));
        centre.control().join(chat.contactId(), "Grace");
    }

    @Rule("F48")
    @Test
    void withTheOptionAndTheHookTheDisconnectFlowRunsForTheCustomer() {
        Chat chat = centre.start(flow(true), WITH_AGENTS);
        try (ClientSocket socket = chat.customer().join()) {
            joined(chat);
            socket.nextItems(2);

            Party.worked(chat.customer().disconnect());

            assertThat(Centre.brief(socket.nextItems(2))).containsExactly("AGENT participant.left", "How was it?");
            assertThat(centre.reason(chat.contactId())).isEqualTo("CUSTOMER_DISCONNECT");
            chat.customer().say("Good");
            assertThat(Centre.brief(socket.nextItems(3))).containsExactly("Good", "Thank you", "chat.ended");
        }
    }

    @Rule("F48")
    @Test
    void inTheDisconnectFlowTheCustomersEndIsTheEnd() {
        Chat chat = centre.start(flow(true), WITH_AGENTS);
        try (ClientSocket socket = chat.customer().join()) {
            joined(chat);
            Party.worked(chat.customer().disconnect());
            String nextId = socket.nextItem("text/plain").path("ContactId").asString();

            Party.worked(chat.customer().disconnect());

            assertThat(Centre.brief(socket.nextItems(2))).containsExactly("CUSTOMER participant.left", "chat.ended");
            assertThat(centre.reason(nextId)).isEqualTo("CUSTOMER_DISCONNECT");
        }
    }

    @Rule("F48")
    @Test
    void withoutTheOptionTheCustomersEndIsTheEnd() {
        Chat chat = centre.start(flow(true));
        try (ClientSocket socket = chat.customer().join()) {
            joined(chat);
            socket.nextItems(2);

            Party.worked(chat.customer().disconnect());

            assertThat(Centre.brief(socket.nextItems(2))).containsExactly("CUSTOMER participant.left", "chat.ended");
        }
    }

    @Rule("F48")
    @Test
    void withoutTheHookTheOptionEndsTheChat() {
        Chat chat = centre.start(flow(false), WITH_AGENTS);
        try (ClientSocket socket = chat.customer().join()) {
            joined(chat);
            socket.nextItems(2);

            Party.worked(chat.customer().disconnect());

            assertThat(Centre.brief(socket.nextItems(3)))
                    .containsExactlyInAnyOrder("CUSTOMER participant.left", "AGENT participant.left", "chat.ended");
        }
    }

    @Rule("F48")
    @Test
    void aCustomParticipantAloneKeepsNoChatAlive() {
        String remaining = centre.flow(new FlowScript().says("never said").stands());
        Chat chat = centre.start(
                centre.flow(new FlowScript()
                        .hooks("CustomerRemaining", remaining)
                        .says("Welcome")
                        .stands()),
                WITH_AGENTS);
        try (ClientSocket socket = chat.customer().join()) {
            socket.nextItem("text/plain");
            chat.addBot().sayPresent();

            Party.worked(chat.customer().disconnect());

            assertThat(Centre.brief(socket.nextItems(3)))
                    .containsExactly("CUSTOM_BOT participant.joined", "CUSTOMER participant.left", "chat.ended");
        }
    }
}
