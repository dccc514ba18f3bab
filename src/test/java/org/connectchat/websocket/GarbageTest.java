package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawSocket;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that garbage on a socket closes at most that socket: another one of the same participant goes on. */
class GarbageTest {

    private static final Emulator EMULATOR = Emulator.unthrottled();

    private Chat chat;
    private ClientSocket other;

    @BeforeEach
    void anotherSocket() {
        chat = Chat.start(EMULATOR);
        other = chat.customer().join();
        other.itemsUpToNow();
    }

    @AfterEach
    void theOtherSocketHeardNothingOfIt() {
        String id = chat.customer().say("still here").text("Id");
        assertThat(other.itemsUpToNow())
                .extracting(item -> item.path("Id").asString())
                .containsExactly(id);
        other.close();
    }

    @Test
    @Rule("T15")
    void halfASurrogatePairInATopicDoesNotEndTheSendingOfFrames() {
        try (ClientSocket socket = chat.customer().dial()) {
            socket.send("{\"topic\": \"aws/subscribe\", \"content\": {\"topics\": [\"\\ud800\", \"x\"]}}");
            socket.send("{\"topic\": \"aws/ping\"}");

            assertThat(socket.nextFrame().at("/content/topics/0").asString()).isEqualTo("x");
            assertThat(socket.nextFrame().path("topic").asString()).isEqualTo("aws/ping");
        }
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] followedBy(byte[] rest, int... values) {
        byte[] bytes = Arrays.copyOf(bytes(values), values.length + rest.length);
        System.arraycopy(rest, 0, bytes, values.length, rest.length);
        return bytes;
    }

    static Stream<Arguments> brokenFrames() {
        byte[] noise = new byte[10_000];
        new Random(7).nextBytes(noise);
        noise[0] = (byte) 0xf0; // reserved bits, so that it cannot be a frame by chance
        return Stream.of(
                Arguments.of("a frame without a mask", bytes(0x81, 0x02, '{', '}')),
                Arguments.of("an unknown opcode", bytes(0x83, 0x80, 0, 0, 0, 0)),
                Arguments.of("reserved bits", bytes(0xf1, 0x80, 0, 0, 0, 0)),
                Arguments.of("a continuation of nothing", bytes(0x80, 0x80, 0, 0, 0, 0)),
                Arguments.of("a control frame in pieces", bytes(0x09, 0x80, 0, 0, 0, 0)),
                Arguments.of("text that is not UTF-8", bytes(0x81, 0x82, 0, 0, 0, 0, 0xc3, 0x28)),
                Arguments.of(
                        "a length beyond all measure",
                        followedBy(noise, 0x81, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0)),
                Arguments.of("a negative length", bytes(0x81, 0xff, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
                Arguments.of("a close frame with half a code", bytes(0x88, 0x81, 0, 0, 0, 0, 3)),
                Arguments.of("noise", noise),
                Arguments.of(
                        "another HTTP request",
                        "GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFrames")
    @Rule("W12")
    void invalidBytesCloseTheirSocket(String what, byte[] garbage) throws Exception {
        try (RawSocket socket = RawSocket.dial(chat.customer().socketUrl())) {
            socket.send(garbage);

            socket.readToTheEnd();
        }
    }

    @Test
    @Rule("W12")
    void aBinaryFrameClosesItsSocket() {
        ClientSocket socket = chat.customer().join();

        socket.sendBinary(new byte[] {1, 2, 3});

        assertThat(socket.closeCode()).isEqualTo(1003);
    }

    @Test
    @Rule("W12")
    void aHugeTextClosesItsSocket() {
        ClientSocket socket = chat.customer().join();

        socket.send("x".repeat(100_000));

        // 1009 is what it says; a client that is still sending may only see the connection go (1006).
        assertThat(socket.closeCode()).isIn(1009, 1006, -1);
    }

    @Test
    @Rule("W12")
    void aHugeTextInManySmallFramesClosesItsSocket() throws Exception {
        byte[] piece = new byte[6 + 100];
        Arrays.fill(piece, 6, piece.length, (byte) 'x');
        piece[0] = 0x01;
        piece[1] = (byte) (0x80 | 100);
        try (RawSocket socket = RawSocket.dial(chat.customer().socketUrl())) {
            socket.send(piece);
            piece[0] = 0x00;
            // Not so many that the answer of the server would meet a reset.
            for (int i = 0; i < 90; i++) {
                socket.send(piece);
            }

            socket.readToTheEnd();
        }
    }

    @Test
    @Rule("W12")
    void invalidOrDeepJsonHarmsNotEvenItsSocket() {
        ClientSocket socket = chat.customer().join();

        for (String text :
                new String[] {"}{", "[".repeat(8_000), "{\"topic\":".repeat(800), "\"" + "x".repeat(8_000)}) {
            socket.send(text);
        }
        String id = chat.customer().say("still there").text("Id");

        assertThat(socket.nextItem("text/plain").path("Id").asString()).isEqualTo(id);
        other.nextItem("text/plain");
        socket.close();
    }

    @Test
    @Rule("W12")
    void aClientThatVanishesWithoutAWordIsForgotten() throws Exception {
        // With the other one they are five, as many as a participant may have open before the oldest is closed.
        for (int i = 0; i < 4; i++) {
            RawSocket socket = RawSocket.dial(chat.customer().socketUrl());
            socket.sendText("""
                    {"topic":"aws/subscribe","content":{"topics":["aws/chat"]}}""");
            socket.readText();
            socket.close();
        }

        chat.customer().say("one");
        assertThat(other.nextItem("text/plain").path("Content").asString()).isEqualTo("one");
    }

    @Test
    @Rule("W12")
    void halfAHandshakeOrHalfAFrameDelaysNoOtherSocket() throws Exception {
        try (RawSocket socket = RawSocket.dial(chat.customer().socketUrl())) {
            socket.send(bytes(0x81));

            String id = chat.customer().say("meanwhile").text("Id");

            assertThat(other.nextItem("text/plain").path("Id").asString()).isEqualTo(id);
        }
    }
}
