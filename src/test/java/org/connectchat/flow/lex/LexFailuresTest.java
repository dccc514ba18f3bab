package org.connectchat.flow.lex;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that whatever a Lex endpoint does, a turn ends, without an exception and within the timeout. */
@Timeout(120)
class LexFailuresTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    @Test
    @Rule("F67")
    void twoServerErrorsAreTriedAgain() {
        try (LexServer server = new LexServer((exchange, call) ->
                        LexServer.send(exchange, call < 3 ? 503 : 200, call < 3 ? "{}" : LexServer.CLOSED));
                Bots bots = server.bots()) {
            assertThat(bots.recognize(LexServer.request("hello"))).isInstanceOf(BotTurn.Spoken.class);
            assertThat(server.received()).hasSize(3);
        }
    }

    @Test
    @Rule("F67")
    void threeServerErrorsAreAFailureEachTime() {
        try (LexServer server = new LexServer((exchange, call) -> LexServer.send(exchange, 500, "oops"));
                Bots bots = server.bots()) {
            for (int i = 1; i <= 50; i++) {
                assertFails(bots, "500");
                assertThat(server.received()).hasSize(3 * i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 424, 429})
    @Rule("F67")
    void aClientErrorIsNotTriedAgain(int status) {
        try (LexServer server = new LexServer((exchange, call) -> LexServer.send(
                        exchange, status, "{\"__type\": \"ValidationException\", \"message\": \"No such alias\"}"));
                Bots bots = server.bots()) {
            assertFails(bots, status + " ValidationException: No such alias");
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    @Rule("F67")
    void redirectsAreNotFollowed(int status) {
        try (LexServer other = LexServer.responding(LexServer.CLOSED);
                LexServer server = new LexServer((exchange, call) -> {
                    exchange.getResponseHeaders().set("Location", other.url() + "/bots/x");
                    LexServer.send(exchange, status, "");
                });
                Bots bots = server.bots()) {
            assertFails(bots, "" + status);
            assertThat(other.received()).isEmpty();
        }
    }

    @Test
    @Rule("F67")
    void anEndpointThatIsNotThereIsAFailure() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        for (String host : new String[] {"127.0.0.1:" + port, "does-not-exist.invalid"}) {
            try (Bots bots = LexServer.bots(URI.create("http://" + host), Duration.ofSeconds(60))) {
                assertFails(bots, "cannot be reached");
            }
        }
    }

    @Test
    @Rule("F67")
    void anEndpointThatDoesNotRespondIsAFailure() {
        CountDownLatch over = new CountDownLatch(1);
        try (LexServer server = new LexServer((exchange, call) -> await(over, 60_000));
                Bots bots = LexServer.bots(server.url(), SHORT)) {
            assertFails(bots, "no response within the time limit of 500 ms");
            over.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n{\"a\": \""})
    @Rule("F67")
    void aResponseThatDripsIsAFailure(String beginning) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread dripping = new Thread(() -> drip(server, beginning));
            dripping.start();
            try (Bots bots = LexServer.bots(URI.create("http://127.0.0.1:" + server.getLocalPort()), SHORT)) {
                assertFails(bots, "no response within the time limit of 500 ms");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 500})
    @Rule("F67")
    void anEndlessResponseIsNotReadToItsEnd(int status) {
        try (LexServer server = new LexServer((exchange, call) -> writeForEver(exchange, status));
                Bots bots = server.bots()) {
            assertFails(bots, status == 200 ? "larger than 1048576 bytes" : "responded with " + status);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "<html>",
                "{}",
                "{\"sessionState\": null}",
                "{\"sessionState\": []}",
                "{\"sessionState\": \"x\"}",
                "{\"messages\": {}, \"sessionState\": {}}",
                "{\"messages\": [1], \"sessionState\": {}}",
                "{\"sessionState\": {\"intent\": [1]}}",
                "{\"sessionState\": {\"intent\": {\"slots\": [1]}}}",
                "{\"sessionState\": {}, \"interpretations\": [{\"nluConfidence\": {\"score\": \"high\"}}]}"
            })
    @Rule("F67")
    void aResponseThatIsNotOneOfLexIsAFailure(String body) {
        assertThat(LexServer.turn(body)).isInstanceOf(BotTurn.Failed.class);
    }

    @Test
    @Rule("F67")
    void aResponseOfAnyDepthIsAFailure() {
        assertThat(LexServer.turn("{\"sessionState\": " + "[".repeat(200_000))).isInstanceOf(BotTurn.Failed.class);
    }

    @Test
    @Rule("F67")
    void aThousandMessagesAndAHugeOneAreRefused() {
        String message = "{\"contentType\": \"PlainText\", \"content\": \"%s\"}";
        String many = String.join(",", Collections.nCopies(1000, message.formatted("x")));
        String huge = message.formatted("x".repeat(20_000));

        assertFailed(LexServer.turn("{\"messages\": [" + many + "], \"sessionState\": {}}"), "1000 messages");
        assertFailed(LexServer.turn("{\"messages\": [" + huge + "], \"sessionState\": {}}"), "16384 characters");
    }

    private static void assertFails(Bots bots, String reason) {
        assertFailed(bots.recognize(LexServer.request("hello")), reason);
    }

    private static void assertFailed(BotTurn turn, String reason) {
        assertThat(turn)
                .isInstanceOfSatisfying(
                        BotTurn.Failed.class,
                        failed -> assertThat(failed.reason()).contains(reason).doesNotContain("hello"));
    }

    private static void writeForEver(HttpExchange exchange, int status) {
        byte[] chunk = "{\"a\": 1}, ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        try {
            exchange.sendResponseHeaders(status, 0);
            OutputStream out = exchange.getResponseBody();
            out.write('[');
            while (!Thread.currentThread().isInterrupted()) {
                out.write(chunk);
            }
        } catch (IOException e) {
            exchange.close(); // the client has hung up
        }
    }

    private static void drip(ServerSocket server, String beginning) {
        try (Socket socket = server.accept();
                OutputStream out = socket.getOutputStream()) {
            out.write(beginning.getBytes(StandardCharsets.US_ASCII));
            while (!server.isClosed()) {
                out.write('x');
                out.flush();
                await(new CountDownLatch(1), 100);
            }
        } catch (IOException e) {
            // the client has hung up, as it must
        }
    }

    /** Keeps a server silent for a time, or until its test is over. */
    private static void await(CountDownLatch over, int milliseconds) {
        try {
            if (over.await(milliseconds, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Rule("F67")
    void theMessageOfAnErrorIsCutBetweenCharacters() {
        String message = "x" + "👋".repeat(150);
        try (LexServer server = new LexServer((exchange, call) -> LexServer.send(
                        exchange, 400, "{\"__type\": \"ValidationException\", \"message\": \"" + message + "\"}"));
                Bots bots = server.bots()) {
            assertFails(bots, "x" + "👋".repeat(99) + "…");
        }
    }
}
