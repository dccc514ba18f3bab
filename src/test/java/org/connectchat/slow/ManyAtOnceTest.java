package org.connectchat.slow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shows that nothing is lost of what a client sends at once and which takes many turns, though the client sends nothing
 * after it that would wake the connection.
 */
class ManyAtOnceTest {

    private static final int REQUESTS = 100;
    private static final String CLOSE = "GET /nothing/here HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String START = Emulator.SMALLEST_START;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /nothing/here" + HOST + "\r\n",
                "GET /_emulator/openapi" + HOST + "\r\n",
                "PUT /contact/chat" + HOST + "Content-Length: 102\r\n\r\n" + START,
                "PUT /contact/chat" + HOST + "Transfer-Encoding: chunked\r\n\r\n66\r\n" + START + "\r\n0\r\n\r\n",
                "PUT /contact/chat" + HOST + JSON + "Transfer-Encoding: chunked\r\n\r\n66\r\n" + START
                        + "\r\n0\r\n\r\n",
                "POST /nothing/here" + HOST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n",
                "POST /nothing/here" + HOST + "Content-Length: 3\r\n\r\nabc",
                "OPTIONS *" + HOST + "Content-Length: 3\r\n\r\nabc"
            })
    @Rule("R23")
    void eachRequestGetsItsResponse(String request) throws Exception {
        try (Socket client = connected(TurnsTest.withOneThread())) {
            Thread sender = sending(client, (request.repeat(REQUESTS) + CLOSE).getBytes(US_ASCII));

            String responses = new String(client.getInputStream().readAllBytes(), ISO_8859_1);
            sender.join();
            assertThat(responses.split("HTTP/1.1 [2-5]\\d\\d ", -1)).hasSize(REQUESTS + 2);
        }
    }

    @Test
    @Rule("R23")
    void theLastOfManyPingsGetsItsPong() throws Exception {
        Emulator emulator = TurnsTest.withOneThread();
        URI url = Chat.start(emulator).customer().socketUrl();
        String upgrade = "GET " + url.getRawPath() + "?" + url.getRawQuery() + HOST
                + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        String ping = new String(new char[] {0x89, 0x84, 0, 0, 0, 0}) + "more";
        String last = new String(new char[] {0x89, 0x84, 0, 0, 0, 0}) + "last";
        try (Socket client = connected(emulator)) {
            sending(client, (upgrade + ping.repeat(10_000) + last).getBytes(ISO_8859_1));

            awaitText(client.getInputStream(), new String(new char[] {0x8A, 4}) + "last");
        }
    }

    private static Socket connected(Emulator emulator) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), emulator.port());
        client.setSoTimeout(20_000);
        return client;
    }

    private static Thread sending(Socket client, byte[] all) {
        Thread thread = new Thread(() -> {
            try {
                client.getOutputStream().write(all);
            } catch (IOException e) {
                throw new AssertionError("The emulator closed the connection", e);
            }
        });
        thread.start();
        return thread;
    }

    private static void awaitText(InputStream in, String text) throws IOException {
        StringBuilder received = new StringBuilder();
        byte[] some = new byte[4096];
        while (received.indexOf(text) < 0) {
            int count = in.read(some);
            assertThat(count).as("the socket is open").isPositive();
            received.append(new String(some, 0, count, ISO_8859_1));
        }
    }
}
