package org.connectchat.control.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shows that a test can wait for calls. */
class AwaitCallsTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void empty() {
        assertThat(EMULATOR.send("DELETE", "/_emulator/calls", null).status()).isEqualTo(204);
    }

    @Test
    @Rule("C5")
    void aCallerGetsTheAwaitedCallsWhenTheyCome() throws Exception {
        CompletableFuture<Answer> awaited = CompletableFuture.supplyAsync(() -> await("""
            {"operation": "StopContact", "count": 2, "timeout": "20s"}\
            """));
        EMULATOR.stop("an-instance", "one");
        EMULATOR.start(Emulator.SMALLEST_START);
        EMULATOR.stop("an-instance", "two");

        Answer answer = awaited.get();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("calls").findValuesAsString("contactId")).containsExactly("one", "two");
    }

    @Test
    @Rule("C5")
    void earlierCallsCountUnlessTheyAreExcluded() {
        EMULATOR.stop("an-instance", "one");
        long number = EMULATOR.send("GET", "/_emulator/calls", null)
                .json()
                .at("/calls/0/number")
                .asLong();

        assertThat(await("{\"operation\": \"StopContact\"}").status()).isEqualTo(200);
        problem(
                await("{\"operation\": \"StopContact\", \"after\": %d, \"timeout\": \"1ms\"}".formatted(number)),
                408,
                "Only 0 of 1 matching calls came within PT0.001S");
    }

    @Test
    @Rule("C5")
    void fiftyCallersGetTheSameCall() {
        List<Answer> answers = Simultaneously.call(
                51,
                number -> number == 0
                        ? EMULATOR.stop("an-instance", "awaited")
                        : await("{\"contactId\": \"awaited\", \"timeout\": \"25s\"}"));

        assertThat(answers.subList(1, 51))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    @Test
    @Rule("C5")
    void aWrongRequestIsAProblemThatNamesTheMember() {
        problem(await("{\"operation\": \"Nothing\"}"), 400, "operation: must be one of");
        problem(await("{\"timeout\": \"6m\"}"), 400, "timeout: must be at most PT5M");
        problem(await("{\"count\": 0}"), 400, "count: ");
        problem(await("{\"Count\": 1}"), 400, "Count: is unknown");
    }

    private static Answer await(String json) {
        return EMULATOR.send("POST", "/_emulator/calls/await", json);
    }
}
