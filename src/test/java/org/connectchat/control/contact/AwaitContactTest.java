package org.connectchat.control.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shows that a test waits for a state of a chat, and that nothing else ends the wait well. */
class AwaitContactTest {

    private static final int WAITING = 20;

    private final Emulator emulator = Emulator.own(
            "server.tomcat.threads.max=4", "spring.threads.virtual.enabled=false", "emulator.throttling.enabled=false");
    private final Control control = new Control(emulator);
    private final String id = emulator.started(Emulator.SMALLEST_START);
    private final ContactAwaits awaits = emulator.bean(ContactAwaits.class);
    private final List<CompletableFuture<Answer>> waits = new ArrayList<>();

    @AfterEach
    void stop() {
        emulator.close();
    }

    private Answer await(String json) {
        return control.call("POST", "/contacts/" + id + "/await", json);
    }

    /** Begins a wait. A wait that ended gives its place back after its response, so the open ones are counted here. */
    private CompletableFuture<Answer> waiting(String json) {
        waits.removeIf(CompletableFuture::isDone);
        CompletableFuture<Answer> answer =
                CompletableFuture.supplyAsync(() -> await(json), task -> new Thread(task).start());
        waits.add(answer);
        awaitWaiting(waits.size());
        assertThat(answer).isNotDone();
        return answer;
    }

    private void awaitWaiting(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(awaits::waiting, waiting -> waiting == count);
    }

    private static void problem(Answer answer, int status, String detail) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.text("detail")).contains(detail);
    }

    @Test
    @Rule("C30")
    void theConnectedCustomerEndsTheWait() {
        CompletableFuture<Answer> connected = waiting("{\"state\": \"CUSTOMER_CONNECTED\"}");

        control.post("/contacts/" + id + "/connect");

        assertThat(connected.join().status()).isEqualTo(200);
        assertThat(connected.join().text("connectedAt")).isNotEmpty();
        assertThat(await("{\"state\": \"CUSTOMER_CONNECTED\"}").status()).isEqualTo(200);
        awaitWaiting(0);
    }

    @Test
    @Rule("C30")
    void onlyAMessageOfTheRoleWithTheTextEndsTheWait() {
        control.post("/contacts/" + id + "/connect");
        CompletableFuture<Answer> offered = waiting("{\"state\": \"AGENT_OFFERED\"}");
        CompletableFuture<Answer> joined = waiting("{\"state\": \"AGENT_CONNECTED\"}");
        Control.Agent grace = control.join(id, "Grace");
        assertThat(offered.join().status()).isEqualTo(200);
        assertThat(joined.join().status()).isEqualTo(200);
        CompletableFuture<Answer> twice = waiting("{\"state\": \"MESSAGE\", \"role\": \"AGENT\", \"count\": 2}");
        CompletableFuture<Answer> customer = waiting("{\"state\": \"MESSAGE\", \"role\": \"CUSTOMER\"}");

        String path = "/contacts/" + id + "/agents/" + grace.id() + "/messages";
        control.post(path, "{\"content\": \"Hello\"}");
        assertThat(await("{\"state\": \"MESSAGE\", \"text\": \"ell\"}").status())
                .isEqualTo(200);
        problem(await("{\"state\": \"MESSAGE\", \"text\": \"help\", \"timeout\": \"1ms\"}"), 408, "not MESSAGE within");
        assertThat(twice).isNotDone();
        control.post(path, "{\"content\": \"How can I help?\"}");

        assertThat(twice.join().json().path("transcript").toString()).contains("How can I help?");
        assertThat(customer).isNotDone();
        emulator.stop("an-instance", id);
        problem(customer.join(), 409, "before it ended");
        awaitWaiting(0);
    }

    @Test
    @Rule("C30")
    void anOfferToAStandingAgentEndsTheWait() {
        control.call("PUT", "/standing-agents/grace", "{\"autoAccept\": false}");
        String queued = Flows.start(emulator, Flows.created(emulator, "queueing", Flows.QUEUEING))
                .contactId();
        CompletableFuture<Answer> offered = CompletableFuture.supplyAsync(
                () -> control.call(
                        "POST",
                        "/contacts/" + queued + "/await",
                        "{\"state\": \"AGENT_OFFERED\", \"timeout\": \"PT5M\"}"),
                task -> new Thread(task).start());
        awaitWaiting(1);

        control.post("/contacts/" + queued + "/connect");

        assertThat(offered.join().status()).as(offered.join().body()).isEqualTo(200);
        assertThat(control.get("/standing-agents/grace/offers").path("offers").findValuesAsString("contactId"))
                .containsExactly(queued);
    }

    @Test
    @Rule("C30")
    void theEndEndsTheWaitOfManyCallersWhoHoldNoThread() {
        var ended = Stream.generate(() -> waiting("{\"state\": \"ENDED\", \"timeout\": \"PT5M\"}"))
                .limit(WAITING)
                .toList();

        emulator.stop("an-instance", id);

        assertThat(ended)
                .allSatisfy(answer ->
                        assertThat(answer.join().text("disconnectReason")).isEqualTo("API"));
        awaitWaiting(0);
    }

    @Test
    @Rule("C30")
    void aResetEndsTheWait() {
        CompletableFuture<Answer> ended = waiting("{\"state\": \"ENDED\", \"timeout\": \"PT5M\"}");

        control.post("/reset");

        problem(ended.join(), 409, "has been removed");
        awaitWaiting(0);
    }

    @Test
    @Rule("C30")
    void theStopEndsTheWait() {
        CompletableFuture<Answer> ended = waiting("{\"state\": \"ENDED\", \"timeout\": \"PT5M\"}");

        emulator.close();

        problem(ended.join(), 503, "stopping");
    }

    @Test
    @Rule("C30")
    void whatDoesNotFitTogetherIsRefused() {
        problem(await("{}"), 400, "state");
        problem(await("{\"state\": \"ENDED\", \"text\": \"a\"}"), 400, "must be MESSAGE");
        problem(await("{\"state\": \"ENDED\", \"timeout\": \"PT6M\"}"), 400, "at most PT5M");
        assertThat(control.call("POST", "/contacts/none/await", "{\"state\": \"ENDED\"}")
                        .status())
                .isEqualTo(404);
        awaitWaiting(0);
    }
}
