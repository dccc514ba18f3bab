package org.connectchat.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/** An HTTP address that gets the messages of topics, in the forms of SNS and Lambda, and keeps those that it takes. */
public final class TopicServer implements AutoCloseable {

    /** A request that came. */
    public record Notification(String path, Map<String, String> headers, JsonNode body) {

        /** What SNS says of the message, in both forms. */
        public JsonNode sns() {
            return body.has("Records") ? body.at("/Records/0/Sns") : body;
        }

        /** The item of the chat. */
        public JsonNode item() {
            return Chat.JSON.readTree(sns().path("Message").asString());
        }

        /** The value of a message attribute, or the empty string. */
        public String attribute(String name) {
            return sns().at("/MessageAttributes/" + name + "/Value").asString("");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Notification> taken = new CopyOnWriteArrayList<>();

    /** Takes every message. */
    public TopicServer() {
        this(notification -> 200);
    }

    /** Responds to each request with the status that the test gives. */
    public TopicServer(ToIntFunction<Notification> status) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            Notification notification = new Notification(
                    exchange.getRequestURI().getPath(),
                    headers,
                    Chat.JSON.readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            int answer = status.applyAsInt(notification);
            if (answer == 200) {
                taken.add(notification);
            }
            try (exchange) {
                exchange.sendResponseHeaders(answer, -1);
            }
        });
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The messages of a session that came to a path, in the order in which they came. */
    public List<Notification> taken(String path, String initialContactId) {
        return taken.stream()
                .filter(notification -> notification.path().equals(path)
                        && notification.attribute("InitialContactId").equals(initialContactId))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
