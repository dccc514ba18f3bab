package org.connectchat.connect.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows that an instance never has one chat more than its quota, and never one fewer. */
class QuotaTest {

    private static final String REFUSED = "429 LimitExceededException";

    private final Emulator emulator =
            Emulator.with("emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=50");
    private final String instance = UUID.randomUUID().toString();

    @Test
    @Rule("B3")
    void fourHundredSimultaneousRequestsStartExactlyTheQuota() {
        List<Answer> answers = startSimultaneously(400);

        assertThat(outcomes(answers)).isEqualTo(Map.of("200", 50L, REFUSED, 350L));
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(answer -> answer.text("ContactId"))
                        .distinct())
                .hasSize(50);
    }

    @Test
    @Rule("B3")
    void stoppingTwentyChatsThreeTimesEachAtOnceFreesExactlyTwentyPlaces() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            ids.add(start(emulator, instance).text("ContactId"));
        }

        List<Answer> stops = Simultaneously.call(60, number -> emulator.stop(instance, ids.get(number % 20)));

        assertThat(stops).extracting(Answer::status).containsOnly(200);
        assertThat(outcomes(startSimultaneously(100))).isEqualTo(Map.of("200", 20L, REFUSED, 80L));
    }

    @Test
    @Rule("B3")
    void theQuotaStaysExactWhileChatsStartAndStopAtOnce() {
        Simultaneously.call(32, number -> {
            for (int i = 0; i < 30; i++) {
                Answer answer = start(emulator, instance);
                if (answer.status() == 200) {
                    emulator.stop(instance, answer.text("ContactId"));
                }
            }
            return number;
        });

        assertThat(outcomes(startSimultaneously(100))).isEqualTo(Map.of("200", 50L, REFUSED, 50L));
    }

    @Test
    @Rule("B3")
    void eachInstanceHasAQuotaOfItsOwn() {
        startSimultaneously(60);

        assertThat(start(emulator, UUID.randomUUID().toString()).outcome()).isEqualTo("200");
        assertThat(start(emulator, instance).outcome()).isEqualTo(REFUSED);
    }

    @Test
    @Rule("B3")
    void anInstanceNamedByItsArnHasTheSameQuota() {
        startSimultaneously(50);

        assertThat(start(emulator, "arn:aws:connect:us-east-1:000000000000:instance/" + instance)
                        .outcome())
                .isEqualTo(REFUSED);
    }

    @Test
    @Rule("B3")
    void theRefusalSaysWhichQuotaIsUsedUp() {
        startSimultaneously(50);

        assertThat(start(emulator, instance).message()).contains("50").containsIgnoringCase("quota");
    }

    @Test
    @Rule("B3")
    void aRefusedRequestTakesNoPlace() {
        for (int i = 0; i < 60; i++) {
            emulator.start("""
                    {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                     "RelatedContactId": "nobody"}""".formatted(instance));
        }

        assertThat(outcomes(startSimultaneously(60))).isEqualTo(Map.of("200", 50L, REFUSED, 10L));
    }

    @Test
    @Rule({"B3", "B4"})
    void aChatEndedByItsClockFreesItsPlace() throws InterruptedException {
        Emulator impatient = Emulator.with(
                "emulator.throttling.enabled=false",
                "emulator.quotas.concurrent-active-chats=1",
                "emulator.chat.connection-deadline=300ms");
        String first = start(impatient, instance).text("ContactId");

        Instant giveUp = Instant.now().plus(Duration.ofSeconds(10));
        Answer next = start(impatient, instance);
        while (next.status() != 200 && Instant.now().isBefore(giveUp)) {
            Thread.sleep(20);
            next = start(impatient, instance);
        }

        assertThat(next.outcome()).isEqualTo("200");
        assertThat(impatient
                        .describe(instance, first)
                        .json()
                        .at("/Contact/DisconnectReason")
                        .asString())
                .isEqualTo("CUSTOMER_CONNECTION_NOT_ESTABLISHED");
    }

    private List<Answer> startSimultaneously(int times) {
        return Simultaneously.call(times, number -> start(emulator, instance));
    }

    private static Answer start(Emulator emulator, String instanceId) {
        return emulator.start("""
                {"InstanceId": "%s", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(instanceId));
    }

    private static Map<String, Long> outcomes(List<Answer> answers) {
        return answers.stream()
                .map(Answer::outcome)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
