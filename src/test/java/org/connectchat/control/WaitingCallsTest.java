package org.connectchat.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.connectchat.Emulator;
import org.connectchat.Emulator.Answer;
import org.connectchat.Rule;
import org.connectchat.participant.Chat;
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
        await().until(() -> strikes(), struck -> struck == WAITING);

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
                await().until(() -> strikes(), strikes -> strikes == struck);
            }
        }

        await().untilAsserted(() -> assertThat(calls("StartChatContact")).hasSize(10));
        assertThat(emulator.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
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
