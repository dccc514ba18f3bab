package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** When a flow starts, and in which order the transcript shows it. */
class StartOfAFlowTest {

    private static final String INITIAL_MESSAGE = """
            , "InitialMessage": {"ContentType": "text/plain", "Content": "My order is late"}""";

    private static String welcome() {
        return new FlowScript().says("Welcome").marks("flow", "ran").stands();
    }

    @Rule({"F38", "F39"})
    @Test
    void theInitialMessageComesFirstThenTheCustomerThenTheFlow() {
        Centre centre = new Centre(Emulator.unthrottled());
        Chat chat = centre.start(
                centre.flow(new FlowScript()
                        .says("Welcome")
                        .waitsFor("CustomerReturned")
                        .says("You are back")
                        .stands()),
                INITIAL_MESSAGE);

        try (ClientSocket socket = chat.customer().join()) {
            assertThat(Centre.brief(socket.nextItems(2))).containsExactly("CUSTOMER participant.joined", "Welcome");
        }
        assertThat(centre.transcript(chat))
                .containsExactly("My order is late", "CUSTOMER participant.joined", "Welcome");
    }

    @Rule("F38")
    @Test
    void theFlowStartsOnceHoweverOftenTheCustomerConnects() {
        Centre centre = new Centre(Emulator.unthrottled());
        Chat chat = centre.start(centre.flow(welcome()));

        centre.connect(chat);
        centre.connect(chat);
        try (ClientSocket socket = chat.customer().join()) {
            centre.awaitSaid(chat, "Welcome");
            assertThat(centre.said(chat)).containsExactly("Welcome");
            assertThat(socket.isClosed()).isFalse();
        }
    }

    @Rule({"F38", "F49"})
    @Test
    void aChatWhoseCustomerNeverConnectsRunsNoFlow() {
        Centre centre = Centre.withClock();
        Chat chat = centre.start(centre.flow(welcome()));

        centre.control().advance("PT5M");

        assertThat(centre.reason(chat.contactId())).isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
        assertThat(centre.describe(chat.contactId()).path("Attributes")).isEmpty();
    }

    @Rule("F38")
    @Test
    void aFlowCanStartWithItsContact() {
        Centre centre = new Centre(Emulator.with("emulator.throttling.enabled=false", "emulator.flows.start=on-start"));
        Chat chat = centre.start(centre.flow(welcome()), INITIAL_MESSAGE);

        await().until(() -> centre.describe(chat.contactId())
                .path("Attributes")
                .path("flow")
                .asString()
                .equals("ran"));
        try (ClientSocket socket = chat.customer().join()) {
            assertThat(Centre.brief(socket.nextItem())).isEqualTo("CUSTOMER participant.joined");
        }
        assertThat(centre.transcript(chat))
                .containsExactly("My order is late", "Welcome", "CUSTOMER participant.joined");
    }
}
