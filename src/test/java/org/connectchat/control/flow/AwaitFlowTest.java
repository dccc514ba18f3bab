package org.connectchat.control.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shows that a test can wait for an action of a flow, without a thread of the emulator. */
class AwaitFlowTest {

    private static final int WAITING = 20;

    private final Emulator emulator = Emulator.own(
            "server.tomcat.threads.max=4", "spring.threads.virtual.enabled=false", "emulator.throttling.enabled=false");
    private final Control control = new Control(emulator);
    private final Chat chat = Flows.start(emulator, Flows.created(emulator, "waiting", Flows.WAITING));
    private final String path = "/contacts/" + chat.contactId() + "/flow/await";
    private final FlowAwaits awaits = emulator.bean(FlowAwaits.class);

    @AfterEach
    void stop() {
        emulator.close();
    }

    private Answer await(String json) {
        return control.call("POST", path, json);
    }

    private void connect() {
        control.post("/contacts/" + chat.contactId() + "/connect");
    }

    private void goOn() {
        Awaitility.await()
                .until(() -> control.call("POST", "/contacts/" + chat.contactId() + "/flow/continue", null)
                                .status()
                        == 200);
    }

    private void awaitWaiting(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(awaits::waiting, waiting -> waiting == count);
    }

    private List<CompletableFuture<Answer>> many(String json) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> await(json), task -> new Thread(task).start()))
                .limit(WAITING)
                .toList();
    }

    @Test
    @Rule("F80")
    void manyCallersGetTheActionAndHoldNoThread() {
        List<CompletableFuture<Answer>> calls = many("{\"identifier\": \"note\", \"timeout\": \"PT5M\"}");
        awaitWaiting(WAITING);
        assertThat(calls).noneMatch(CompletableFuture::isDone);

        connect();
        goOn();

        assertThat(calls).allSatisfy(call -> {
            assertThat(call.join().status()).as(call.join().body()).isEqualTo(200);
            assertThat(call.join().text("type")).isEqualTo("UpdateContactAttributes");
            assertThat(call.join().json().path("number").asInt()).isEqualTo(3);
        });
        awaitWaiting(0);
    }

    @Test
    @Rule("F80")
    void anActionThatHasRunIsFoundAtOnceUnlessItIsExcluded() {
        connect();

        assertThat(await("{\"type\": \"UpdateContactAttributes\", \"outcome\": \"Success\"}")
                        .text("identifier"))
                .isEqualTo("greet");
        problem(
                await("{\"type\": \"UpdateContactAttributes\", \"after\": 1, \"timeout\": \"1ms\"}"),
                408,
                "the latest actions are greet (UpdateContactAttributes: Success)");
        awaitWaiting(0);
    }

    @Test
    @Rule("F80")
    void aTimeoutSaysWhereTheFlowStands() {
        problem(await("{\"type\": \"Wait\", \"timeout\": \"1ms\"}"), 408, "the flow is NOT_BEGUN; no action has run");
    }

    @Test
    @Rule("F80")
    void theEndOfTheChatEndsTheWait() {
        connect();
        List<CompletableFuture<Answer>> calls = many("{\"identifier\": \"note\", \"timeout\": \"PT5M\"}");
        awaitWaiting(WAITING);

        chat.stop();

        assertThat(calls).allSatisfy(call -> problem(call.join(), 409, "has ended without such an action"));
        problem(await("{\"identifier\": \"note\"}"), 409, "has ended without such an action");
    }

    @Test
    @Rule("F80")
    void theWaitEndsWhenItsClientIsGone() throws IOException {
        String json = "{\"type\": \"Wait\", \"timeout\": \"PT5M\"}";
        try (Socket client = new Socket("localhost", emulator.port())) {
            client.getOutputStream()
                    .write(("POST /_emulator" + path + " HTTP/1.1\r\nHost: localhost\r\n"
                                    + "Content-Type: application/json\r\nContent-Length: " + json.length() + "\r\n\r\n"
                                    + json)
                            .getBytes(StandardCharsets.US_ASCII));
            awaitWaiting(1);
        }

        awaitWaiting(0);
    }

    @Test
    @Rule("F80")
    void aResetAndAStopEndTheWait() {
        List<CompletableFuture<Answer>> calls = many("{\"type\": \"Wait\", \"timeout\": \"PT5M\"}");
        awaitWaiting(WAITING);
        control.post("/reset");
        assertThat(calls).allSatisfy(call -> problem(call.join(), 409, "has ended without such an action"));

        Chat another = Flows.start(emulator, Flows.created(emulator, "waiting", Flows.WAITING));
        CompletableFuture<Answer> last = CompletableFuture.supplyAsync(() -> control.call(
                "POST",
                "/contacts/" + another.contactId() + "/flow/await",
                "{\"type\": \"Wait\", \"timeout\": \"PT5M\"}"));
        awaitWaiting(1);
        emulator.close();
        problem(last.join(), 503, "The emulator is stopping");
    }

    @Test
    @Rule("F80")
    void aWrongRequestIsAProblemThatNamesTheMember() {
        problem(await("{}"), 400, "must have at least one of identifier, type and outcome");
        problem(await("{\"type\": \"Wait\", \"timeout\": \"6m\"}"), 400, "timeout: must be at most PT5M");
        problem(await("{\"Type\": \"Wait\"}"), 400, "Type: is unknown");
        problem(await("{\"type\": \"\"}"), 400, "type: ");
    }
}
