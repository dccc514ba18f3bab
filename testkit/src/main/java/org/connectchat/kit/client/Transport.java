package org.connectchat.kit.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sends calls of the control API. */
final class Transport {

    /** The longest time of a call that does not await something; a step of the clock may take most of a minute. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String base;
    private final @Nullable String token;
    private final Confinement confinement;

    Transport(URI endpoint, @Nullable String token, Confinement confinement) {
        this.base = endpoint.toString().replaceFirst("/+$", "") + "/_emulator";
        this.token = token;
        this.confinement = confinement;
    }

    /** A path with values in place of {@code {}}, each of which stays one segment. */
    static String path(String template, String... values) {
        String path = template;
        for (String value : values) {
            int at = path.indexOf("{}");
            path = path.substring(0, at) + encoded(value) + path.substring(at + 2);
        }
        return path;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    <T> T get(Class<T> type, String path) {
        return json(type, send(request("GET", path, Duration.ZERO).GET()));
    }

    <T> T get(Class<T> type, String path, Members<?> query) {
        return get(type, path + query(query.members()));
    }

    String getText(String path) {
        return new String(send(request("GET", path, Duration.ZERO).GET()), UTF_8);
    }

    <T> T post(Class<T> type, String path, Object body) {
        return json(type, send(change("POST", path, body)));
    }

    /** A POST that has no body. */
    <T> T post(Class<T> type, String path) {
        return json(type, send(changeWithoutBody("POST", path)));
    }

    void post(String path) {
        send(changeWithoutBody("POST", path));
    }

    <T> T postBytes(Class<T> type, String path, Members<?> query, String contentType, byte[] body) {
        return json(
                type,
                send(request("POST", path + query(query.members()), Duration.ZERO)
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofByteArray(body))));
    }

    <T> T put(Class<T> type, String path, Object body) {
        return json(type, send(change("PUT", path, body)));
    }

    <T> T putText(Class<T> type, String path, String json) {
        return json(
                type,
                send(request("PUT", path, Duration.ZERO)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(json))));
    }

    <T> T patch(Class<T> type, String path, Object body) {
        return json(type, send(change("PATCH", path, body)));
    }

    <T> T delete(Class<T> type, String path) {
        return json(type, send(changeWithoutBody("DELETE", path)));
    }

    void delete(String path) {
        send(changeWithoutBody("DELETE", path));
    }

    /** The body of a response that goes on until it is closed. */
    InputStream open(String path, Members<?> query) {
        // Without a timeout of the request, which would end the body too in newer versions of Java.
        HttpRequest request = authorized(confinement.path("GET", path + query(query.members())))
                .build();
        return send(request, BodyHandlers.ofInputStream(), Transport::read);
    }

    private static byte[] read(InputStream body) throws IOException {
        try (body) {
            return body.readAllBytes();
        }
    }

    private HttpRequest.Builder change(String method, String path, Object body) {
        Duration patience = body instanceof Members<?> members ? members.patience() : Duration.ZERO;
        return request(method, path, patience)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofByteArray(Json.write(confinement.body(method, path, body))));
    }

    /** The content type shows the emulator that no form of a web page sent the request. */
    private HttpRequest.Builder changeWithoutBody(String method, String path) {
        return request(method, path, Duration.ZERO)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.noBody());
    }

    private HttpRequest.Builder request(String method, String path, Duration patience) {
        return authorized(confinement.path(method, path)).timeout(TIMEOUT.plus(patience));
    }

    private HttpRequest.Builder authorized(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static String query(Map<String, Object> members) {
        return members.isEmpty()
                ? ""
                : members.entrySet().stream()
                        .map(member -> member.getKey() + "="
                                + encoded(member.getValue().toString()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private byte[] send(HttpRequest.Builder request) {
        return send(request.build(), BodyHandlers.ofByteArray(), body -> body);
    }

    /** Reads the body of a refusal. */
    private interface Read<B> {

        byte[] bytes(B body) throws IOException;
    }

    private <B> B send(HttpRequest request, BodyHandler<B> handler, Read<B> read) {
        String call = request.method() + " " + request.uri();
        try {
            HttpResponse<B> response = client.send(request, handler);
            if (response.statusCode() / 100 != 2) {
                throw refused(call, response.statusCode(), new String(read.bytes(response.body()), UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new EmulatorException(call + ": the emulator does not respond: " + e, 0, List.of(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmulatorException(call + ": the thread was interrupted", 0, List.of(), e);
        }
    }

    private static EmulatorException refused(String call, int status, String body) {
        String text = body;
        List<String> fields = new ArrayList<>();
        try {
            JsonNode problem = Json.MAPPER.readTree(text);
            problem.path("errors")
                    .forEach(error -> fields.add(error.path("field").asText()));
            text = problem.path("detail").asText(text);
        } catch (IOException e) {
            // It is no problem detail; the text says more than a parser's message does.
        }
        return new EmulatorException(call + ": " + status + ": " + text, status, List.copyOf(fields), null);
    }

    private static <T> T json(Class<T> type, byte[] body) {
        try {
            return Json.MAPPER.readValue(body, type);
        } catch (IOException e) {
            throw new EmulatorException("The response is no " + type.getSimpleName() + ": " + e, 0, List.of(), e);
        }
    }
}
