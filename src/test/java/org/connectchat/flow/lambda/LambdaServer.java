package org.connectchat.flow.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server in the place of AWS Lambda, or of one function: responds as a test tells it, and remembers what it was sent. */
final class LambdaServer implements AutoCloseable {

    /** How to respond to one request. */
    interface Response {

        void to(HttpExchange exchange) throws IOException;
    }

    /** A request that came. */
    record Request(String method, URI uri, Map<String, List<String>> headers, String body) {

        /** The value of a header, or the empty string. */
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** Responds to the first requests by the responses in their order, and to all others by the last one. */
    LambdaServer(Response... responses) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            int number;
            synchronized (requests) {
                requests.add(new Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        Map.copyOf(exchange.getRequestHeaders()),
                        body));
                number = requests.size();
            }
            try (exchange) {
                responses[Math.min(number, responses.length) - 1].to(exchange);
            }
        });
        server.start();
    }

    /** A status with a body and headers (name, value, …). */
    static Response status(int status, String body, String... headers) {
        return exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Response result(String json) {
        return status(200, json);
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    Request request() {
        if (requests.size() != 1) {
            throw new AssertionError(requests.size() + " requests came");
        }
        return requests.get(0);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
