package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawSocket;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows frames as they go over the connection, which clients see only in parts. */
class FramesOnTheWireTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();
    private static final String SUBSCRIBE = """
            {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""";

    /** With the members of the item, these are frames with a length of one, two and eight bytes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 100, 700, 1_024})
    @Rule("W8")
    void eachMessageIsOneFrame(int length) throws Exception {
        Chat chat = Chat.ofAllTypes(EMULATOR);
        try (RawSocket socket = RawSocket.dial(chat.customer().socketUrl())) {
            String text = "\u65e5".repeat(length);
            subscribe(socket);

            chat.customer().say(text);

            assertThat(content(socket)).isEqualTo(text);
        }
    }

    @Test
    @Rule("W8")
    void aMessageOfTheGreatestLengthIsOneFrame() throws Exception {
        Chat chat = Chat.ofAllTypes(EMULATOR);
        try (RawSocket socket = RawSocket.dial(chat.customer().socketUrl())) {
            subscribe(socket);

            // Each backslash is escaped three times on its way into the frame.
            String json = "\\".repeat(12_000);
            chat.customer()
                    .send(Chat.JSON.writeValueAsString(Map.of("ContentType", "application/json", "Content", json)));

            assertThat(content(socket)).isEqualTo(json);
        }
    }

    /** Reads frames up to the next message; each must be whole. */
    private static String content(RawSocket socket) throws Exception {
        while (true) {
            JsonNode frame = Chat.JSON.readTree(socket.readWholeText());
            JsonNode item = Chat.JSON.readTree(frame.path("content").asString());
            if (item.path("Type").asString().equals("MESSAGE")) {
                return item.path("Content").asString();
            }
        }
    }

    private static void subscribe(RawSocket socket) throws Exception {
        socket.sendText(SUBSCRIBE);
        assertThat(Chat.JSON.readTree(socket.readText()).at("/content/status").asString())
                .isEqualTo("success");
    }

    /** A client pads its frame to more than the buffer that the container has for a socket. */
    @ParameterizedTest
    @ValueSource(ints = {400, 512, 513, 4_000, 8_000})
    @Rule("W6")
    void aLongFrameOfAClientIsUnderstood(int padding) {
        Chat chat = Chat.start(EMULATOR);
        try (ClientSocket socket = ClientSocket.dial(chat.customer().socketUrl())) {
            socket.send(" ".repeat(padding) + SUBSCRIBE);
            socket.nextEvent("participant.joined"); // it has subscribed
            chat.customer().say("after a long subscription");

            assertThat(socket.nextItem("text/plain").path("Content").asString()).isEqualTo("after a long subscription");
        }
    }

    @Test
    @Rule("W12")
    void aFrameBeyondTheLimitClosesItsSocket() {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket socket = chat.customer().join();

        socket.send(" ".repeat(8_193));

        assertThat(socket.closeCode()).isEqualTo(1009);
    }

    @Test
    @Rule("W5")
    void noExtensionIsAccepted() throws Exception {
        Chat chat = Chat.start(EMULATOR);

        assertThat(RawSocket.headFor(chat.customer().socketUrl(), "permessage-deflate; client_max_window_bits"))
                .startsWith("HTTP/1.1 101")
                .doesNotContainIgnoringCase("Sec-WebSocket-Extensions");
    }
}
