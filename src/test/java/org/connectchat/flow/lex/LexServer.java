package org.connectchat.flow.lex;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.connectchat.flow.lex.script.ScriptedBots;
import org.connectchat.outbound.AccessKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that has RecognizeText of Lex V2 and behaves as a test asks. */
final class LexServer implements AutoCloseable {

    static final String ARN = "arn:aws:lex:eu-west-2:123456789012:bot-alias/BOT1234567/ALIAS98765";
    static final String CLOSED = """
            {"sessionState": {"dialogAction": {"type": "Close"}, "intent": {"name": "Order", "state": "Fulfilled"}}}""";

    /** A call as it arrived. */
    record Received(String method, String path, Headers headers, JsonNode body) {}

    /** What the server does with a call. */
    interface Behaviour {
        void handle(HttpExchange exchange, int call) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final JsonMapper json = JsonMapper.builder().build();

    LexServer(Behaviour behaviour) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getRawPath(),
                    exchange.getRequestHeaders(),
                    json.readTree(body)));
            behaviour.handle(exchange, received.size());
        });
        server.setExecutor(threads);
        server.start();
    }

    /** One that responds to each call with the next of these bodies, and with the last one from then on. */
    static LexServer responding(String... bodies) {
        return new LexServer((exchange, call) -> send(exchange, 200, bodies[Math.min(call, bodies.length) - 1]));
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    List<Received> received() {
        return received;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The bots of an emulator whose endpoint this server is. */
    Bots bots() {
        return bots(url(), Duration.ofSeconds(60));
    }

    static Bots bots(URI endpoint, Duration timeout) {
        return new Bots(new ScriptedBots(Map.of()), endpoint, new AccessKey("AKIDTEST", "secret", null), timeout);
    }

    static BotRequest request(String text) {
        return new BotRequest(new BotName.V2(ARN), null, "contact-1", "en_US", text, false, null);
    }

    /** Takes one turn with a bot that responds with this body. */
    static BotTurn turn(String body) {
        try (LexServer server = responding(body);
                Bots bots = server.bots()) {
            return bots.recognize(request("hello"));
        }
    }

    static BotTurn.Spoken spoken(String body) {
        return (BotTurn.Spoken) turn(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
