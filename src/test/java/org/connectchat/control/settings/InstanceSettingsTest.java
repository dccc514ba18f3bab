package org.connectchat.control.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows the settings of one instance: its quota, what is refused, and how many instances may have them. */
class InstanceSettingsTest {

    private static final Emulator EMULATOR =
            Emulator.with("emulator.throttling.enabled=false", "emulator.quotas.concurrent-active-chats=3");

    private final Control control = new Control(EMULATOR);

    @AfterEach
    void reset() {
        control.post("/reset");
    }

    private Answer patch(String instanceId, String json) {
        return control.call("PATCH", "/settings?instanceId=" + instanceId, json);
    }

    private static Answer quota(Control control, String instanceId, int quota) {
        return control.call(
                "PATCH",
                "/settings?instanceId=" + instanceId,
                "{\"quotas\": {\"concurrentActiveChats\": " + quota + "}}");
    }

    private int quota(String instanceId) {
        return control.get("/settings?instanceId=" + instanceId)
                .at("/quotas/concurrentActiveChats")
                .asInt();
    }

    private static Answer start(String instanceId) {
        return EMULATOR.start(Emulator.SMALLEST_START.replace("an-instance", instanceId));
    }

    @Test
    @Rule("C31")
    void aQuotaOfItsOwnHoldsForItAlone() {
        assertThat(quota(control, "a", 1).status()).isEqualTo(200);
        quota(control, "c", 5);

        List<Integer> statuses = Simultaneously.call(
                30, number -> start(List.of("a", "b", "c").get(number % 3)).status());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1 + 3 + 5);
        assertThat(start("a").outcome()).isEqualTo("429 LimitExceededException");
        assertThat(start("a").message()).contains("quota of 1 concurrent");
        control.call("PATCH", "/settings", "{\"quotas\": {\"concurrentActiveChats\": 4}}");
        assertThat(quota("a")).isEqualTo(1);
        assertThat(quota("b")).isEqualTo(4);
        control.post("/reset", "{\"instanceId\": \"a\"}");
        assertThat(List.of(quota("a"), quota("c"))).containsExactly(4, 5);
        control.post("/reset");
        assertThat(List.of(quota("a"), quota("c"))).containsExactly(3, 3);
    }

    @Test
    @Rule("C31")
    void itsSettingsHaveNoCatalogue() {
        problem(
                patch("a", "{\"quotas\": {\"concurrentActiveChats\": 1}, \"instances\": []}"),
                400,
                "instances: is the catalogue of all instances");

        assertThat(quota("a")).isEqualTo(3);
        assertThat(control.get("/settings?instanceId=a").has("instances")).isFalse();
    }

    @Test
    @Rule("C31")
    void aChangeThatIsWrongInPartChangesNothing() {
        JsonNode before = control.get("/settings?instanceId=a");

        problem(patch("a", """
                {"quotas": {"concurrentActiveChats": 7},
                 "throttling": {"enabled": true, "operations": {"StopContact": {"rate": 1}, "SendFax": {"rate": 1}}}}"""), 400, "SendFax");
        problem(patch("a", """
                {"quotas": {"concurrentActiveChats": 7}, "throttling": {"operations": {"StopContact": {"rate": 0}}}}"""), 400, "StopContact");

        assertThat(control.get("/settings?instanceId=a")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "arn:aws:connect:us-east-1:000000000000:instance/a",
                "%E2%82%AC2345678901234567890123"
                        + "45678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
            })
    @Rule("C31")
    void aParameterThatIsNoIdIsAProblem(String instanceId) {
        Answer read = control.call("GET", "/settings?instanceId=" + instanceId, null);
        Answer changed = patch(instanceId, "{}");

        for (Answer answer : List.of(read, changed)) {
            problem(answer, 400, "instanceId");
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("instanceId");
        }
    }

    @Test
    @Rule("C31")
    void changesOfManyInstancesAtOnceAreAllThere() {
        Simultaneously.call(
                40,
                number -> number % 4 == 0
                        ? control.call("PATCH", "/settings", "{\"throttling\": {\"enabled\": false}}")
                        : patch("i" + number, """
                        {"quotas": {"concurrentActiveChats": %d},
                         "throttling": {"operations": {"SendMessage": {"burst": %d}}}}""".formatted(number, number)));

        for (int i = 1; i < 40; i += 4) {
            JsonNode settings = control.get("/settings?instanceId=i" + i);
            assertThat(settings.at("/quotas/concurrentActiveChats").asInt()).isEqualTo(i);
            assertThat(settings.at("/throttling/operations/SendMessage/burst").asInt())
                    .isEqualTo(i);
        }
    }

    @Test
    @Rule("C31")
    void aThousandInstancesHaveSettingsOfTheirOwnUntilOneIsReset() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(quota(control, "i" + i, 9).status()).isEqualTo(200);
        }

        problem(quota(control, "more", 9), 409, "1000 instances have settings of their own");
        assertThat(quota("more")).isEqualTo(3);
        assertThat(patch("more", "{\"throttling\": {\"operations\": {\"SendMessage\": {}}}}")
                        .status())
                .as("sets nothing")
                .isEqualTo(200);
        assertThat(quota(control, "i7", 8).status()).isEqualTo(200);
        control.post("/reset", "{\"instanceId\": \"i7\"}");
        assertThat(quota(control, "more", 9).status()).isEqualTo(200);
        control.post("/reset");
        assertThat(quota(control, "i7", 8).status()).isEqualTo(200);
    }
}
