package org.connectchat.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Shows how many calls pass before others are throttled. Where the burst matters, the refill is so slow that no token
 * comes back during the test.
 */
class ThrottleTest {

    private static final String THROTTLED = "429 TooManyRequestsException";
    private static final String NO_REFILL = "emulator.throttling.operations.StartChatContact.rate=0.001";

    @Test
    @Rule("B2")
    void aBurstOfExactlyEightStartsPasses() {
        try (Emulator emulator = Emulator.own(NO_REFILL)) {
            List<String> outcomes = outcomes(20, () -> emulator.start(Emulator.SMALLEST_START));

            assertThat(outcomes.subList(0, 8)).containsOnly("200");
            assertThat(outcomes.subList(8, 20)).containsOnly(THROTTLED);
        }
    }

    @Test
    @Rule("B2")
    void aHundredSimultaneousStartsAreABurstOfEightToo() {
        try (Emulator emulator = Emulator.own(NO_REFILL)) {
            List<Answer> answers = Simultaneously.call(100, number -> emulator.start(Emulator.SMALLEST_START));

            assertThat(answers.stream().filter(answer -> answer.status() == 200))
                    .hasSize(8);
            assertThat(answers.stream().filter(answer -> answer.outcome().equals(THROTTLED)))
                    .hasSize(92);
        }
    }

    @Test
    @Rule("B2")
    void afterTheBurstFiveStartsASecondPass() {
        try (Emulator emulator = Emulator.own()) {
            Measurement measured = Measurement.of(emulator);
            // A pause of the machine in which the bucket could run over makes a measurement worthless.
            for (int again = 0; again < 5 && measured.longestPause() > 1.0; again++) {
                measured = Measurement.of(emulator);
            }

            assertThat((double) measured.passed()).isBetween(5 * measured.shortest() - 1, 5 * measured.longest() + 1);
        }
    }

    @Test
    @Rule("B2")
    void theOtherOperationsHaveABurstOfFifteenEach() {
        try (Emulator emulator = Emulator.own(
                "emulator.throttling.operations.StopContact.rate=0.001",
                "emulator.throttling.operations.DescribeContact.rate=0.001",
                "emulator.throttling.operations.GetContactAttributes.rate=0.001",
                "emulator.throttling.operations.UpdateContactAttributes.rate=0.001")) {
            String id = emulator.started(Emulator.SMALLEST_START);

            assertBurstOfFifteen(outcomes(16, () -> emulator.stop("an-instance", id)), THROTTLED);
            assertBurstOfFifteen(outcomes(16, () -> emulator.describe("an-instance", id)), "429 ThrottlingException");
            assertBurstOfFifteen(outcomes(16, () -> emulator.attributes("an-instance", id)), THROTTLED);
            assertBurstOfFifteen(
                    outcomes(16, () -> emulator.send("POST", "/contact/attributes", """
                    {"InstanceId": "an-instance", "InitialContactId": "%s", "Attributes": {"a": "b"}}""".formatted(id))), THROTTLED);
            assertThat(emulator.start(Emulator.SMALLEST_START).outcome()).isEqualTo("200");
        }
    }

    @Test
    @Rule("B2")
    void aThrottledCallChangesNothing() {
        try (Emulator emulator = Emulator.own(
                NO_REFILL,
                "emulator.throttling.operations.StopContact.rate=0.001",
                "emulator.throttling.operations.StopContact.burst=1",
                "emulator.throttling.operations.StartChatContact.burst=1")) {
            String id = emulator.started(Emulator.SMALLEST_START);
            emulator.stop("an-instance", "nobody");

            assertThat(emulator.stop("an-instance", id).outcome()).isEqualTo(THROTTLED);
            assertThat(emulator.describe("an-instance", id)
                            .json()
                            .path("Contact")
                            .has("DisconnectTimestamp"))
                    .isFalse();
        }
    }

    @Test
    @Rule("B2")
    void aRefusedRequestUsesItsTokenToo() {
        try (Emulator emulator = Emulator.own(
                NO_REFILL,
                "emulator.throttling.operations.StartChatContact.burst=4",
                "emulator.quotas.concurrent-active-chats=0")) {
            assertThat(emulator.start("{").outcome()).isEqualTo("400 InvalidRequestException");
            assertThat(emulator.start("{}").outcome()).isEqualTo("400 InvalidRequestException");
            assertThat(emulator.start(Emulator.SMALLEST_START.replace("Ada", ""))
                            .outcome())
                    .isEqualTo("400 InvalidParameterException");
            assertThat(emulator.start(Emulator.SMALLEST_START).outcome()).isEqualTo("429 LimitExceededException");

            assertThat(emulator.start("{").outcome()).isEqualTo(THROTTLED);
        }
    }

    @Test
    @Rule({"B2", "T1"})
    void everyWayToStartAChatSharesOneBucket() {
        try (Emulator emulator = Emulator.own(NO_REFILL, "emulator.throttling.operations.StartChatContact.burst=3")) {
            assertThat(emulator.start(Emulator.SMALLEST_START).status()).isEqualTo(200);
            assertThat(emulator.send("POST", "/contact/chat", Emulator.SMALLEST_START)
                            .status())
                    .isEqualTo(200);
            assertThat(emulator.send("POST", "/start-chat", Emulator.SMALLEST_START)
                            .status())
                    .isEqualTo(200);

            assertThat(emulator.start(Emulator.SMALLEST_START).outcome()).isEqualTo(THROTTLED);
            assertThat(emulator.send("POST", "/contact/chat", Emulator.SMALLEST_START)
                            .outcome())
                    .isEqualTo(THROTTLED);
            assertThat(emulator.send("POST", "/start-chat", Emulator.SMALLEST_START)
                            .outcome())
                    .isEqualTo(THROTTLED);
        }
    }

    @Test
    @Rule("B2")
    void theBucketIsOneForAllInstances() {
        try (Emulator emulator = Emulator.own(NO_REFILL, "emulator.throttling.operations.StartChatContact.burst=1")) {
            emulator.started(Emulator.SMALLEST_START);

            assertThat(emulator.start(Emulator.SMALLEST_START.replace("an-instance", "another"))
                            .outcome())
                    .isEqualTo(THROTTLED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"startchatcontact", "STARTCHATCONTACT", "startChatContact"})
    @Rule("B2")
    void anOperationIsConfiguredInAnyCase(String name) {
        try (Emulator emulator = Emulator.own(
                "emulator.throttling.operations." + name + ".rate=0.001",
                "emulator.throttling.operations." + name + ".burst=2")) {
            assertThat(outcomes(4, () -> emulator.start(Emulator.SMALLEST_START)))
                    .containsExactly("200", "200", THROTTLED, THROTTLED);
        }
    }

    @Test
    @Rule("B2")
    void aThrottledResponseIsAnAwsError() {
        try (Emulator emulator = Emulator.own(NO_REFILL, "emulator.throttling.operations.StartChatContact.burst=1")) {
            emulator.started(Emulator.SMALLEST_START);

            Answer answer = emulator.start(Emulator.SMALLEST_START);

            assertThat(answer.message()).contains("StartChatContact");
            assertThat(answer.header("x-amzn-RequestId")).isNotEmpty();
        }
    }

    @Test
    @Rule("B2")
    void switchedOffNothingIsThrottled() {
        Emulator emulator = Emulator.unthrottled();
        String id = emulator.started(Emulator.SMALLEST_START);

        assertThat(outcomes(100, () -> emulator.start(Emulator.SMALLEST_START))).containsOnly("200");
        assertThat(outcomes(100, () -> emulator.describe("an-instance", id))).containsOnly("200");
    }

    private static void assertBurstOfFifteen(List<String> outcomes, String throttled) {
        assertThat(outcomes.subList(0, 15)).containsOnly("200");
        assertThat(outcomes.get(15)).isEqualTo(throttled);
    }

    private static List<String> outcomes(int times, Supplier<Answer> call) {
        return IntStream.range(0, times).mapToObj(i -> call.get().outcome()).toList();
    }

    /**
     * How many starts passed between the moment when the bucket was empty and the last call.
     *
     * @param shortest the seconds that surely passed in between, by the caller's clock
     * @param longest the seconds that may have passed at most
     */
    private record Measurement(int passed, double shortest, double longest, double longestPause) {

        private static final double SECONDS = 3.0;

        static Measurement of(Emulator emulator) {
            long sent = System.nanoTime();
            while (emulator.start(Emulator.SMALLEST_START).status() == 200) {
                sent = System.nanoTime();
            }
            long emptySent = sent;
            long emptyAnswered = System.nanoTime();
            long answered = emptyAnswered;
            int passed = 0;
            double longestPause = 0;
            while (seconds(emptyAnswered, answered) < SECONDS) {
                sent = System.nanoTime();
                passed += emulator.start(Emulator.SMALLEST_START).status() == 200 ? 1 : 0;
                longestPause = Math.max(longestPause, seconds(answered, System.nanoTime()));
                answered = System.nanoTime();
            }
            return new Measurement(passed, seconds(emptyAnswered, sent), seconds(emptySent, answered), longestPause);
        }

        private static double seconds(long from, long to) {
            return (to - from) / 1e9;
        }
    }
}
