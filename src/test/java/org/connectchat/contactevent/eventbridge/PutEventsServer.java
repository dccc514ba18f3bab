package org.connectchat.contactevent.eventbridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.connectchat.testkit.Chat;
import tools.jackson.databind.JsonNode;

/** A server that takes PutEvents, or responds as a test has prepared. */
final class PutEventsServer implements AutoCloseable {

    private static final String TAKEN = "{\"FailedEntryCount\": 0, \"Entries\": [{\"EventId\": \"1\"}]}";

    /** What came: the headers that matter, and the body. */
    record Put(String target, String authorization, JsonNode body) {

        JsonNode entry() {
            return body.at("/Entries/0");
        }

        JsonNode detail() {
            return Chat.JSON.readTree(entry().path("Detail").asString());
        }
    }

    private record Prepared(int status, String body) {}

    private final HttpServer server;
    private final BlockingQueue<Prepared> prepared = new LinkedBlockingQueue<>();
    private final List<Put> puts = new CopyOnWriteArrayList<>();
    private volatile Predicate<Put> failing = put -> false;

    PutEventsServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode body = Chat.JSON.readTree(exchange.getRequestBody().readAllBytes());
        Put put = new Put(
                exchange.getRequestHeaders().getFirst("X-Amz-Target"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body);
        puts.add(put);
        Prepared next = failing.test(put) ? new Prepared(503, "{}") : prepared.poll();
        Prepared response = next == null ? new Prepared(200, TAKEN) : next;
        byte[] bytes = response.body().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(response.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The response to the next request that has none yet. */
    PutEventsServer then(int status, String body) {
        prepared.add(new Prepared(status, body));
        return this;
    }

    /** Fails all requests of a kind, until it is told another kind. */
    void fail(Predicate<Put> kind) {
        failing = kind;
    }

    List<Put> puts() {
        return puts;
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
