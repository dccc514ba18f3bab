package org.connectchat.control.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows that throttle, quotas and catalogue change while calls run, whole or not at all. */
class SettingsTest {

    /** Not shared with other classes, because its settings change; each test restores them. */
    private final Emulator emulator = Emulator.with("emulator.chat.retained-contacts=1000");

    private final String start = Emulator.SMALLEST_START.replace("an-instance", "instance-" + UUID.randomUUID());

    @AfterEach
    void asConfigured() {
        worked(patch("""
                {"throttling": {"enabled": true, "operations": {"StartChatContact": {"rate": 5, "burst": 7}}},
                 "quotas": {"concurrentActiveChats": 500}, "instances": []}"""));
        worked(patch("""
                {"throttling": {"operations": {"StartChatContact": {"burst": 8}}}}"""));
    }

    @Test
    @Rule("C8")
    void theSettingsAreTheConfiguredOnesAtFirst() {
        JsonNode settings = read();

        assertThat(settings.at("/throttling/enabled").asBoolean()).isTrue();
        assertThat(settings.at("/throttling/operations/StartChatContact/rate").asDouble())
                .isEqualTo(5.0);
        assertThat(settings.at("/throttling/operations/StartChatContact/burst").asInt())
                .isEqualTo(8);
        assertThat(settings.at("/throttling/operations").propertyNames()).contains("SendMessage", "DescribeContact");
        assertThat(settings.at("/quotas/concurrentActiveChats").asInt()).isEqualTo(500);
        assertThat(settings.path("instances").isEmpty()).isTrue();
    }

    @Test
    @Rule("C8")
    void anotherBurstHoldsForTheNextCall() {
        worked(patch("""
                {"throttling": {"operations": {"StartChatContact": {"rate": 0.001, "burst": 1}}}}"""));

        assertThat(emulator.start(start).status()).isEqualTo(200);
        assertThat(emulator.start(start).outcome()).isEqualTo("429 TooManyRequestsException");
        worked(patch("""
                {"throttling": {"enabled": false}}"""));
        assertThat(emulator.start(start).status()).isEqualTo(200);
        assertThat(read().at("/throttling/operations/StartChatContact/burst").asInt())
                .isEqualTo(1);
    }

    @Test
    @Rule("C8")
    void anotherQuotaHoldsForTheNextChat() {
        emulator.started(start);
        worked(patch("""
                {"quotas": {"concurrentActiveChats": 1}}"""));

        assertThat(emulator.start(start).outcome()).isEqualTo("429 LimitExceededException");
        worked(patch("""
                {"quotas": {"concurrentActiveChats": 2}}"""));
        assertThat(emulator.start(start).status()).isEqualTo(200);
    }

    @Test
    @Rule("C8")
    void anotherCatalogueHoldsForTheNextChatAndForWidgets() {
        worked(patch("""
                {"instances": [{"id": "shop", "flows": [{"id": "sales"}]}, {"id": "empty"}]}"""));

        assertThat(emulator.start(start).outcome()).isEqualTo("404 ResourceNotFoundException");
        assertThat(emulator.send("POST", "/start-chat", "{\"ParticipantDetails\": {\"DisplayName\": \"Ada\"}}")
                        .status())
                .isEqualTo(200);
        worked(patch("{\"instances\": []}"));
        assertThat(emulator.start(start).status()).isEqualTo(200);
    }

    @Test
    @Rule("C8")
    void aChangeThatIsWrongInPartChangesNothing() {
        JsonNode before = read();

        problem(patch("""
                {"quotas": {"concurrentActiveChats": 7}, "instances": [{"id": "shop"}],
                 "throttling": {"enabled": false, "operations": {"StopContact": {"rate": 1}, "SendFax": {"rate": 1}}}}"""), 400, "SendFax");
        problem(patch("""
                {"quotas": {"concurrentActiveChats": 7}, "throttling": {"operations": {"StopContact": {"rate": 0}}}}"""), 400, "StopContact");

        assertThat(read()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'throttling': {'operations': {'StartChatContact': {'rate': -1}}}} | throttling.operations.StartChatContact.rate",
                "{'throttling': {'operations': {'StartChatContact': {'rate': 1e999}}}} | throttling.operations.StartChatContact.rate",
                "{'throttling': {'operations': {'StartChatContact': {'rate': '5'}}}} | throttling.operations.StartChatContact.rate",
                "{'throttling': {'operations': {'StartChatContact': {'burst': 0}}}} | throttling.operations.StartChatContact.burst",
                "{'throttling': {'operations': {'StartChatContact': {'burst': 1.5}}}} | throttling.operations.StartChatContact.burst",
                "{'throttling': {'operations': {'StartChatContact': {'burst': 99999999999}}}} | throttling.operations.StartChatContact.burst",
                "{'throttling': {'operations': {'StartChatContact': {'bursts': 1}}}} | throttling.operations.StartChatContact.bursts",
                "{'throttling': {'operations': {'StartChatContact': null}}} | throttling.operations.StartChatContact",
                "{'throttling': {'operations': {'SendFax': {}}}} | throttling.operations.SendFax",
                "{'throttling': {'operations': []}} | throttling.operations",
                "{'throttling': {'enabled': 'true'}} | throttling.enabled",
                "{'throttling': {'enabled': 1}} | throttling.enabled",
                "{'quotas': {'concurrentActiveChats': -1}} | quotas.concurrentActiveChats",
                "{'quotas': {'concurrentActiveChats': 10000001}} | quotas.concurrentActiveChats",
                "{'quotas': {'concurrentChats': 1}} | quotas.concurrentChats",
                "{'instances': {}} | instances",
                "{'instances': [null]} | instances[0]",
                "{'instances': [{}]} | instances[0].id",
                "{'instances': [{'id': ''}]} | instances[0].id",
                "{'instances': [{'id': 'shop', 'flows': [{'id': 'a'}, {'name': 'b'}]}]} | instances[0].flows[1].name",
                "{'instances': [{'id': 'shop', 'flows': [{'id': 'a'}, {}]}]} | instances[0].flows[1].id",
                "{'instances': [{'id': 'a'}, {'id': 'b'}, {'id': 'a'}]} | instances[2].id",
                "{'instances': [{'id': 'a'}, {'id': 'arn:aws:connect:us-east-1:000000000000:instance/a'}]} | instances[1].id",
            })
    @Rule("C8")
    void aWrongValueIsAProblemThatNamesItsField(String json, String field) {
        Answer answer = patch(json.replace('\'', '"'));

        problem(answer, 400, field);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/message").asString())
                .isNotEmpty()
                .doesNotContain("another type");
    }

    @Test
    @Rule("C8")
    void aBodyOfAnotherTypeIsAProblem() {
        problem(emulator.send("PATCH", "/_emulator/settings", null), 400, "The request body is missing");
        problem(
                emulator.send(
                        "PATCH", "/_emulator/settings", BodyPublishers.ofString("{}"), "Content-Type", "text/plain"),
                415,
                "The Content-Type text/plain");
        problem(patch(""), 400, "The request body is missing");
    }

    @Test
    @Rule("C8")
    void aBodyThatIsTooLargeIsAProblem() {
        try (Emulator small = Emulator.own("emulator.max-request-size=20B")) {
            Answer announced = small.send("PATCH", "/_emulator/settings", "{\"quotas\":               {}}");
            Answer chunked = small.send(
                    "PATCH",
                    "/_emulator/settings",
                    BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[21])),
                    "Content-Type",
                    "application/json");

            problem(announced, 413, "larger than the 20 bytes");
            problem(chunked, 413, "larger than the 20 bytes");
            assertThat(small.send("PATCH", "/_emulator/settings", "{\"quotas\": {}}")
                            .status())
                    .isEqualTo(200);
        }
    }

    private JsonNode read() {
        return worked(emulator.send("GET", "/_emulator/settings", null)).json();
    }

    private Answer patch(String json) {
        return emulator.send("PATCH", "/_emulator/settings", json);
    }

    private static Answer worked(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }
}
