package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawSocket;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows that a reader that never reads harms only itself. */
class SlowReaderTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final String SUBSCRIBE = """
            {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""";
    private static final String JSON = "application/json";
    private static final int LONG = 12_000;

    /** More than all buffers between the emulator and a reader that does not read, but less than its queue takes. */
    static final int TO_GET_STUCK = 330;

    /** A socket that has subscribed and from now on is not read. */
    static RawSocket deaf(Chat chat) throws Exception {
        RawSocket socket = RawSocket.dial(chat.customer().socketUrl());
        socket.sendText(SUBSCRIBE);
        assertThat(Chat.JSON.readTree(socket.readText()).at("/content/status").asString())
                .isEqualTo("success");
        return socket;
    }

    /** Sends long messages; returns their ids. */
    static List<String> talk(Chat chat, int messages) {
        String message = """
                {"ContentType": "%s", "Content": "%s"}""".formatted(JSON, "x".repeat(LONG));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            ids.add(chat.customer().send(message).text("Id"));
        }
        return ids;
    }

    @Test
    @Rule("W13")
    void aReaderThatNeverReadsDelaysNoOtherAndIsClosedInTheEnd() throws Exception {
        Chat chat = Chat.ofAllTypes(EMULATOR);
        try (RawSocket deaf = deaf(chat);
                ClientSocket good = chat.customer().join()) {
            int many = 1_500;

            List<String> ids = talk(chat, many);

            for (String id : ids) {
                assertThat(good.nextItem(JSON).path("Id").asString()).isEqualTo(id);
            }
            long received = deaf.readToTheEnd();
            assertThat(received)
                    .as("all messages did not fit, so some must be missing")
                    .isLessThan((long) many * LONG);
        }
    }

    @Test
    @Rule({"W11", "W13"})
    void anOldestSocketThatNeverReadsMakesRoomWithoutHoldingUpTheSixth() throws Exception {
        Chat chat = Chat.ofAllTypes(EMULATOR);
        List<ClientSocket> others = new ArrayList<>();
        try (RawSocket deaf = deaf(chat)) {
            talk(chat, TO_GET_STUCK);

            for (int i = 0; i < 5; i++) {
                others.add(chat.customer().join());
            }

            chat.customer().say("to the five");
            assertThat(others)
                    .allSatisfy(socket -> assertThat(socket.nextItem("text/plain")
                                    .path("Content")
                                    .asString())
                            .isEqualTo("to the five"));
            deaf.readToTheEnd();
        }
        others.forEach(ClientSocket::close);
    }

    @Test
    @Rule("W13")
    void theEndOfAChatReachesTheOthersWhileOneDoesNotRead() throws Exception {
        Chat chat = Chat.ofAllTypes(EMULATOR);
        try (RawSocket deaf = deaf(chat);
                ClientSocket good = chat.customer().join()) {
            talk(chat, TO_GET_STUCK);

            assertThat(chat.customer().disconnect().status()).isEqualTo(200);

            assertThat(good.nextEvent("chat.ended").path("Type").asString()).isEqualTo("EVENT");
            assertThat(deaf.readToTheEnd())
                    .as("everything, and then the close")
                    .isGreaterThan((long) TO_GET_STUCK * LONG);
        }
    }
}
