package org.connectchat.control.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.time.Duration;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows the faults of sockets, and the drop of all sockets of a chat. */
class FaultSocketsTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");
    private static final FaultClient FAULTS = new FaultClient(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void removeFaults() {
        FAULTS.removeAll();
    }

    @Test
    @Rule("C7")
    void aSocketIsDroppedWithoutACloseFrameAndTheNextOneStaysOpen() {
        Chat chat = Chat.start(EMULATOR);
        try (ClientSocket first = chat.customer().join()) {
            String id = FAULTS.add("""
                {"contactId": "%s", "count": 1, "effect": {"type": "DROP_SOCKET"}}\
                """.formatted(chat.contactId())).text("id");
            chat.customer().say("Hello");

            assertThat(first.closeCode()).isEqualTo(-1);
            assertThat(FAULTS.hits(id)).isEqualTo(1);
        }
        try (ClientSocket second = chat.customer().join()) {
            chat.customer().say("Hello again");

            assertThat(second.nextItem("text/plain").path("Content").asString()).isEqualTo("Hello again");
        }
    }

    @Test
    @Rule("C7")
    void aSilentSocketStaysOpenUntilTheChatEndsAndSendsNothing() {
        Chat chat = Chat.start(EMULATOR);
        try (ClientSocket socket = chat.customer().join()) {
            socket.itemsUpToNow();
            String id = FAULTS.add("""
                {"instanceId": "an-instance", "contactId": "%s", "count": 1, "effect": {"type": "SILENCE_SOCKET"}}\
                """.formatted(chat.contactId())).text("id");
            chat.customer().say("Hello");
            chat.customer().say("Hello?");
            chat.stop();
            EMULATOR.send("POST", "/_emulator/clock/advance", "{\"by\": \"6s\"}");

            assertThat(socket.closeCode()).isEqualTo(1000);
            assertThat(socket.itemsUpToNow()).isEmpty();
            assertThat(FAULTS.hits(id)).isEqualTo(1);
        }
    }

    @Test
    @Rule("C7")
    void theSocketsOfAChatAreDroppedAtOnce() {
        Chat chat = Chat.start(EMULATOR);
        Chat other = Chat.start(EMULATOR);
        try (ClientSocket one = chat.customer().join();
                ClientSocket two = chat.customer().join();
                ClientSocket third = other.customer().join()) {
            Answer dropped = EMULATOR.send("POST", "/_emulator/contacts/" + chat.contactId() + "/sockets/drop", null);

            assertThat(dropped.json().path("dropped").asInt()).isEqualTo(2);
            assertThat(one.closeCode()).isEqualTo(-1);
            assertThat(two.closeCode()).isEqualTo(-1);
            other.customer().say("Still here");
            assertThat(third.nextItem("text/plain").path("Content").asString()).isEqualTo("Still here");
        }
    }

    @Test
    @Rule("C7")
    void nothingIsLeftOfADroppedSocket() {
        try (Emulator own = Emulator.own()) {
            Chat chat = Chat.start(own);
            try (ClientSocket one = chat.customer().join();
                    ClientSocket two = chat.customer().join()) {
                own.send("POST", "/_emulator/contacts/" + chat.contactId() + "/sockets/drop", null);
                one.closeCode();
                two.closeCode();

                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(own.send("GET", "/actuator/prometheus", null)
                                        .body())
                                .containsPattern("(?m)^connectchat_sockets_open 0(\\.0)?$"));
            }
        }
    }

    @Test
    @Rule("C7")
    void theSocketsOfAnUnknownContactAreNotFound() {
        problem(EMULATOR.send("POST", "/_emulator/contacts/nobody/sockets/drop", null), 404, "nobody");
    }
}
