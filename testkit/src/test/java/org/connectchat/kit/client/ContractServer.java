package org.connectchat.kit.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.connectchat.kit.client.Contract.Operation;

/** Responds as the OpenAPI document says, and writes down what was asked and what was wrong with it. */
final class ContractServer implements AutoCloseable {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // else each response waits 40 ms
    }

    static final String TOKEN = "the-token";

    private final Contract contract;
    private final HttpServer server;
    private int number;

    /** By operation, the names of members and query parameters that requests had. */
    final Map<String, Set<String>> members = new TreeMap<>();

    final Map<String, Set<String>> query = new TreeMap<>();
    final List<String> wrong = new ArrayList<>();

    ContractServer(Contract contract) throws IOException {
        this.contract = contract;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::respond);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    void number(int number) {
        this.number = number;
    }

    private void respond(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String method = exchange.getRequestMethod();
        String call = method + " " + exchange.getRequestURI();
        Operation operation = contract.operation(
                        method, exchange.getRequestURI().getRawPath())
                .orElse(null);
        if (operation == null) {
            wrong.add(call + " is no call of the API");
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        check(operation, exchange, body).forEach(problem -> wrong.add(call + ": " + problem));
        JsonNode response = contract.response(operation, number).orElse(null);
        byte[] bytes = response == null ? new byte[0] : Json.MAPPER.writeValueAsBytes(response);
        exchange.sendResponseHeaders(Contract.status(operation), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private List<String> check(Operation operation, HttpExchange exchange, byte[] body) throws IOException {
        List<String> problems = new ArrayList<>();
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            problems.add("the token is missing");
        }
        Set<String> parameters = query.computeIfAbsent(operation.id(), id -> new TreeSet<>());
        String text = exchange.getRequestURI().getRawQuery();
        if (text != null) {
            for (String parameter : text.split("&")) {
                parameters.add(parameter.substring(0, parameter.indexOf('=')));
            }
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        boolean bytes = operation.content().has("application/octet-stream");
        if (!operation.method().equals("GET") && !bytes && !"application/json".equals(type)) {
            problems.add("the content type is " + type);
        }
        if (bytes && !operation.content().has(type)) {
            problems.add("the content type is " + type);
        }
        Set<String> sent = members.computeIfAbsent(operation.id(), id -> new TreeSet<>());
        JsonNode schema = operation.content().path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            contract.check("", schema, Json.MAPPER.readTree(body), sent, problems);
        } else if (body.length > 0 && !bytes) {
            problems.add("it has a body");
        }
        return problems;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
