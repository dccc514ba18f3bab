package org.connectchat.control.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.connectchat.control.web.ControlApiTest;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that calls which wait hold no thread: the server here has four, and many more calls wait. */
class WaitingCallsTest {

    private static final int WAITING = 20;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Emulator emulator = Emulator.own(
            "server.tomcat.threads.max=4", "spring.threads.virtual.enabled=false", "emulator.throttling.enabled=false");

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    @Rule({"R7", "R8", "R11"})
    void delayedCallsHoldNoThreadAndAreToldOfTheStop() {
        fault("""
                {"operation": "StopContact", "effect": {"type": "LATENCY", "delay": "PT5M"}}""");
        List<CompletableFuture<HttpResponse<String>>> calls = manyCalls("/contact/stop", """
                {"InstanceId": "an-instance", "ContactId": "nobody"}""");
        Awaitility.await().until(() -> strikes(), struck -> struck == WAITING);

        assertThat(emulator.send("GET", "/actuator/health", null).status()).isEqualTo(200);
        assertThat(emulator.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
        assertThat(emulator.send("DELETE", "/_emulator/faults", null).status()).isEqualTo(204);
        assertThat(emulator.stop("an-instance", "nobody").status())
                .as("the fault is gone")
                .isEqualTo(404);
        assertThat(calls).noneMatch(CompletableFuture::isDone);
        emulator.close();

        assertThat(calls).allSatisfy(call -> {
            Answer answer = new Answer(call.join());
            assertThat(answer.outcome()).isEqualTo("503 ServiceUnavailableException");
            assertThat(answer.message()).isEqualTo("The emulator is stopping");
            assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
        });
    }

    @Test
    @Rule({"C7", "R7"})
    void delaysOfAllPlacesAddUpAndTheCallIsToldOnce() {
        Chat chat = Chat.start(emulator);
        fault("""
                {"operation": "DescribeContact", "effect": {"type": "LATENCY", "delay": "110ms"}}""");
        fault("""
                {"operation": "DescribeContact", "effect": {"type": "LATENCY", "delay": "120ms"}}""");
        fault("""
                {"instanceId": "an-instance", "effect": {"type": "LATENCY", "delay": "130ms"}}""");
        fault("""
                {"operation": "DescribeContact", "when": "AFTER", "effect": {"type": "LATENCY", "delay": "140ms"}}""");

        Answer answer = emulator.describe(
                "arn%3Aaws%3Aconnect%3Aus-east-1%3A123456789012%3Ainstance%2Fan-instance", chat.contactId());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/Contact/Id").asString()).isEqualTo(chat.contactId());
        JsonNode told = calls("DescribeContact");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).path("status").asInt()).isEqualTo(200);
        assertThat(told.get(0).path("contactId").asString()).isEqualTo(chat.contactId());
        assertThat(Duration.parse(told.get(0).path("duration").asString()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    @Rule({"C7", "R7"})
    void anErrorOrAResetComesWhenTheDelayIsOver() {
        fault("""
                {"operation": "StopContact", "count": 2, "effect": {"type": "LATENCY", "delay": "150ms"}}""");
        fault("""
                {"operation": "StopContact", "count": 1,
                 "effect": {"type": "ERROR", "errorCode": "InternalServiceException"}}""");
        fault("""
                {"operation": "StopContact", "count": 1, "effect": {"type": "RESET"}}""");

        assertThat(emulator.stop("an-instance", "nobody").outcome()).isEqualTo("500 InternalServiceException");
        assertThatThrownBy(() -> emulator.stop("an-instance", "nobody")).isInstanceOf(UncheckedIOException.class);

        JsonNode told = calls("StopContact");
        assertThat(told)
                .hasSize(2)
                .allSatisfy(
                        call -> assertThat(Duration.parse(call.path("duration").asString()))
                                .isGreaterThanOrEqualTo(Duration.ofMillis(150)));
        assertThat(told.get(1).has("status")).isFalse();
        assertThat(emulator.stop("an-instance", "nobody").outcome()).isEqualTo("404 ResourceNotFoundException");
    }

    @Test
    @Rule("R7")
    void aParticipantsCallWaitsTooAndGoesOnWithItsBody() {
        Chat chat = Chat.start(emulator);
        chat.customer().connectionToken();
        fault("""
                {"contactId": "%s", "effect": {"type": "LATENCY", "delay": "50ms"}}""".formatted(chat.contactId()));

        chat.customer().say("Hello");

        assertThat(chat.customer().transcript("{}").at("/Transcript/0/Content").asString())
                .isEqualTo("Hello");
    }

    @Test
    @Rule("R7")
    void aClientThatHangsUpMeanwhileHarmsNothing() throws IOException {
        fault("""
                {"operation": "StartChatContact", "count": 10, "effect": {"type": "LATENCY", "delay": "100ms"}}""");
        for (int i = 0; i < 10; i++) {
            try (Socket socket = new Socket("localhost", emulator.port())) {
                socket.setSoLinger(i % 2 == 0, 0);
                socket.getOutputStream()
                        .write(("POST /contact/chat HTTP/1.1\r\nHost: localhost\r\n"
                                        + "Content-Type: application/json\r\nContent-Length: "
                                        + Emulator.SMALLEST_START.length() + "\r\n\r\n" + Emulator.SMALLEST_START)
                                .getBytes(StandardCharsets.US_ASCII));
                int struck = i + 1;
                Awaitility.await().until(() -> strikes(), strikes -> strikes == struck);
            }
        }

        Awaitility.await()
                .untilAsserted(() -> assertThat(calls("StartChatContact")).hasSize(10));
        assertThat(emulator.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
    }

    @Test
    @Rule("R9")
    void awaitsHoldNoThreadAndAllGetTheCall() {
        List<CompletableFuture<HttpResponse<String>>> awaits = manyCalls("/_emulator/calls/await", """
                {"operation": "StartChatContact", "timeout": "PT5M"}""");
        awaitWaiters(WAITING);

        assertThat(emulator.send("GET", "/actuator/health", null).status()).isEqualTo(200);
        assertThat(awaits).noneMatch(CompletableFuture::isDone);
        String contactId = emulator.started(Emulator.SMALLEST_START);

        assertThat(awaits).allSatisfy(awaited -> {
            Answer answer = new Answer(awaited.join());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
            assertThat(answer.json().at("/calls/0/contactId").asString()).isEqualTo(contactId);
        });
    }

    @Test
    @Rule({"R9", "R11"})
    void awaitsAreToldOfTheStop() {
        List<CompletableFuture<HttpResponse<String>>> awaits = manyCalls("/_emulator/calls/await", """
                {"operation": "StartChatContact", "timeout": "PT5M"}""");
        awaitWaiters(WAITING);

        emulator.close();

        assertThat(awaits)
                .allSatisfy(
                        awaited -> ControlApiTest.problem(new Answer(awaited.join()), 503, "The emulator is stopping"));
    }

    @Test
    @Rule("R10")
    void anAwaitEndsWhenItsClientIsGone() throws IOException {
        List<Socket> clients = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            clients.add(await("{\"operation\": \"StopContact\", \"timeout\": \"PT5M\"}"));
        }
        awaitWaiters(100);
        assertThat(emulator.send("POST", "/_emulator/calls/await", "{\"timeout\": \"1ms\"}")
                        .status())
                .as("one more")
                .isEqualTo(503);
        for (int i = 0; i < 50; i++) {
            clients.get(i).setSoLinger(i % 2 == 0, 0);
            clients.get(i).close();
        }

        awaitWaiters(50);

        emulator.stop("an-instance", "nobody");
        for (Socket left : clients.subList(50, 100)) {
            assertThat(firstLine(left)).startsWith("HTTP/1.1 200");
            left.close();
        }
    }

    @Test
    @Rule("R10")
    void aRequestAfterAnAwaitOnTheSameConnectionIsReadAfterIt() throws IOException {
        try (Socket client = await("{\"operation\": \"StopContact\", \"timeout\": \"PT5M\"}")) {
            awaitWaiters(1);
            client.getOutputStream()
                    .write("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            // The emulator looks once a second whether the client is there.
            Journal journal = (Journal) emulator.bean("org.connectchat.control.journal.Journal");
            Awaitility.await().during(Duration.ofMillis(2_500)).until(journal::waiting, waiting -> waiting == 1);
            emulator.stop("an-instance", "nobody");

            String all = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(all)
                    .startsWith("HTTP/1.1 200")
                    .contains("\"StopContact\"")
                    .contains("\"status\":\"UP\"");
        }
    }

    /** Asks to await, and leaves it at that. */
    private Socket await(String json) throws IOException {
        Socket socket = new Socket("localhost", emulator.port());
        socket.setSoTimeout(30_000);
        socket.getOutputStream()
                .write(("POST /_emulator/calls/await HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + json.length() + "\r\n\r\n" + json)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    private void awaitWaiters(int count) {
        Journal journal = (Journal) emulator.bean("org.connectchat.control.journal.Journal");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(journal::waiting, waiting -> waiting == count);
    }

    private List<CompletableFuture<HttpResponse<String>>> manyCalls(String path, String json) {
        return Stream.generate(() -> client.sendAsync(
                        HttpRequest.newBuilder(emulator.uri(path))
                                .POST(BodyPublishers.ofString(json))
                                .header("Content-Type", "application/json")
                                .build(),
                        BodyHandlers.ofString()))
                .limit(WAITING)
                .toList();
    }

    private void fault(String json) {
        Answer answer = emulator.send("POST", "/_emulator/faults", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** How often all faults together have struck. */
    private int strikes() {
        return emulator.send("GET", "/_emulator/faults", null)
                .json()
                .path("faults")
                .valueStream()
                .mapToInt(fault -> fault.path("strikes").asInt())
                .sum();
    }

    private JsonNode calls(String operation) {
        return emulator.send("GET", "/_emulator/calls?operation=" + operation, null)
                .json()
                .path("calls");
    }
}
