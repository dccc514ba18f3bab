package org.connectchat.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.connectchat.ConnectChatEmulator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The emulator as a client sees it: started for real on a free port, reached over HTTP alone. One is started for each
 * set of settings and serves every test that asks for the same.
 */
public final class Emulator implements AutoCloseable {

    /** A start of a chat without anything that is optional. */
    public static final String SMALLEST_START = """
            {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}}""";

    private static final Map<List<String>, Emulator> SHARED = new ConcurrentHashMap<>();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final int port;

    private Emulator(String... settings) {
        String[] arguments = Stream.concat(Stream.of("server.port=0"), Arrays.stream(settings))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        context = SpringApplication.run(ConnectChatEmulator.class, arguments);
        port = Integer.parseInt(setting("local.server.port"));
    }

    /** One with AWS's default throttle and quota, which tests share; be sparing with its tokens. */
    public static Emulator withDefaults() {
        return with();
    }

    /** One that never throttles, which tests share. */
    public static Emulator unthrottled() {
        return with("emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=1000000");
    }

    /** One with these settings ({@code name=value}), which tests with the same ones share. */
    public static Emulator with(String... settings) {
        return SHARED.computeIfAbsent(List.of(settings), same -> new Emulator(settings));
    }

    /** One that belongs to the caller alone, who closes it. */
    public static Emulator own(String... settings) {
        return new Emulator(settings);
    }

    /** This one, with the line for each call in the log, which another test of the same JVM may have turned off. */
    public Emulator loggingCalls() {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("org.connectchat.calls", LogLevel.INFO);
        return this;
    }

    /** A part of the emulator, for tests that count what cannot be seen from outside. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The parts of a type that exist by now; lazy ones that nothing has used are left out. */
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type, false, false).values());
    }

    public Object bean(String className) {
        try {
            return context.getBean(Class.forName(className));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    /** The value of a setting, or of what the start adds to them, such as {@code local.management.port}. */
    public String setting(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    public int port() {
        return port;
    }

    public URI uri(String pathAndQuery) {
        return URI.create("http://localhost:" + port + pathAndQuery);
    }

    public URI endpoint() {
        return uri("");
    }

    /** {@code PUT /contact/chat}. */
    public Answer start(String json) {
        return send("PUT", "/contact/chat", json);
    }

    /** Starts a chat, which has to work, and returns its contact id. */
    public String started(String json) {
        Answer answer = start(json);
        if (answer.status() != 200) {
            throw new AssertionError("The chat did not start: " + answer.status() + " " + answer.body());
        }
        return answer.text("ContactId");
    }

    public Answer describe(String instanceId, String contactId) {
        return send("GET", "/contacts/" + instanceId + "/" + contactId, null);
    }

    public Answer attributes(String instanceId, String contactId) {
        return send("GET", "/contact/attributes/" + instanceId + "/" + contactId, null);
    }

    public Answer stop(String instanceId, String contactId) {
        return send("POST", "/contact/stop", """
                {"InstanceId": "%s", "ContactId": "%s"}""".formatted(instanceId, contactId));
    }

    /** A request with a JSON body, or without one if it is null. */
    public Answer send(String method, String path, String json) {
        return json == null
                ? send(method, path, BodyPublishers.noBody())
                : send(method, path, BodyPublishers.ofString(json), "Content-Type", "application/json");
    }

    /** A request with any body and headers (name, value, name, value …). */
    public Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).method(method, body).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** An HTTP answer, taken apart for assertions. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        /** A header's value, or the empty string. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }

        /** The text of a member of the JSON answer. */
        public String text(String member) {
            return json().path(member).asString();
        }

        /** Status and error code, as in {@code "400 InvalidRequestException"}; of a success the status alone. */
        public String outcome() {
            return (status() + " " + header("x-amzn-ErrorType")).strip();
        }

        public String message() {
            return text("Message");
        }

        @Override
        public String toString() {
            return outcome() + " " + body();
        }
    }
}
