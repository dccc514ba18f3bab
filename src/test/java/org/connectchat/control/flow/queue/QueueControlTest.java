package org.connectchat.control.flow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that a test can replace queues and hours of operation. */
class QueueControlTest {

    private static final Emulator EMULATOR = Emulator.own(
            "emulator.throttling.enabled=false",
            "emulator.flows.queues[0].id=sales",
            "emulator.flows.hours[0].id=always-closed",
            "emulator.flows.hours[0].time-zone=UTC");

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    private JsonNode put(String path, String json) {
        Answer answer = control.call("PUT", path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String outcomeOfTransfer() {
        Chat chat = Flows.start(EMULATOR, Flows.created(EMULATOR, "queueing", Flows.QUEUEING));
        control.post("/contacts/" + chat.contactId() + "/connect");
        JsonNode entry = control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"identifier\": \"target\"}");
        return entry.path("outcome").asString();
    }

    @Test
    @Rule("F71")
    void queuesAreReplacedAndRestored() {
        assertThat(outcomeOfTransfer()).isEqualTo("NoMatchingError");
        control.post("/reset");

        String json = """
                {"queues": [{"id": "support", "name": "Support", "maximum": 0, "hoursOfOperation": "always-closed"}]}""";
        assertThat(put("/queues", json)).isEqualTo(Chat.JSON.readTree(json));
        assertThat(control.get("/queues")).isEqualTo(Chat.JSON.readTree(json));
        assertThat(outcomeOfTransfer()).isEqualTo("Success");

        assertThat(control.call("DELETE", "/queues", null)
                        .json()
                        .at("/queues/0/id")
                        .asString())
                .isEqualTo("sales");
    }

    @Test
    @Rule("F70")
    void aQueueOfTheControlApiHasAMaximum() {
        put("/queues", "{\"queues\": [{\"id\": \"support\", \"maximum\": 1}]}");
        String flowId = Flows.created(EMULATOR, "queueing", Flows.QUEUEING);

        String outcomes = IntStream.range(0, 2)
                .mapToObj(number -> {
                    Chat chat = Flows.start(EMULATOR, flowId);
                    control.post("/contacts/" + chat.contactId() + "/connect");
                    return control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"identifier\": \"queue\"}")
                            .path("outcome")
                            .asString();
                })
                .collect(Collectors.joining(", "));

        assertThat(outcomes).isEqualTo("Queued, QueueAtCapacity");
    }

    @Test
    @Rule("F71")
    void wrongQueuesAreProblemsThatNameTheMembers() {
        wrong("/queues", "{}", "queues: ");
        wrong("/queues", "{\"queues\": [{\"name\": \"A\"}]}", "queues[0].id: ");
        wrong(
                "/queues",
                "{\"queues\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}",
                "queues[1].id: must differ from that of queues[0]");
        wrong("/queues", "{\"queues\": [{\"id\": \"a\", \"maximum\": -1}]}", "queues[0].maximum: ");
        wrong(
                "/queues",
                "{\"queues\": [{\"id\": \"a\", \"hoursOfOperation\": \"nights\"}]}",
                "queues[0].hoursOfOperation: must be hours of operation that exist");
        wrong("/queues", "{\"queues\": [{\"id\": \"a\", \"Maximum\": 1}]}", "Maximum: is unknown");
        assertThat(control.get("/queues").at("/queues/0/id").asString()).isEqualTo("sales");
    }

    @Test
    @Rule("F72")
    void hoursAreReplacedAndRestored() {
        String json = """
                {"hours": [{"id": "office", "name": "Office", "timeZone": "Europe/Berlin",
                  "config": [{"day": "MONDAY", "start": "09:00", "end": "17:00"}],
                  "overrides": [{"name": "Christmas", "effectiveFrom": "2026-12-24", "effectiveTill": "2026-12-26",
                    "config": []}]}]}""";

        assertThat(put("/hours", json)).isEqualTo(Chat.JSON.readTree(json));
        assertThat(control.get("/hours")).isEqualTo(Chat.JSON.readTree(json));
        assertThat(control.call("DELETE", "/hours", null)
                        .json()
                        .at("/hours/0/id")
                        .asString())
                .isEqualTo("always-closed");
    }

    @Test
    @Rule("F72")
    void wrongHoursAreProblemsThatNameTheMembers() {
        wrong(
                "/hours",
                "{\"hours\": [{\"id\": \"a\", \"timeZone\": \"Nowhere\"}]}",
                "hours[0].timeZone: must be a time zone");
        wrong("/hours", """
                {"hours": [{"id": "a", "timeZone": "UTC", "config": [{"day": "MONDAY", "start": "9:00", "end": "24:00"}]}]}""", "hours[0].config[0].start: must be a time from 00:00 to 23:59");
        wrong("/hours", """
                {"hours": [{"id": "a", "timeZone": "UTC", "overrides": [
                  {"name": "x", "effectiveFrom": "2026-12-26", "effectiveTill": "2026-12-24"}]}]}""", "hours[0].overrides[0].effectiveTill: must be a date");
        wrong(
                "/hours",
                "{\"hours\": [{\"id\": \"a\", \"timeZone\": \"UTC\"}, {\"id\": \"a\", \"timeZone\": \"UTC\"}]}",
                "hours[1].id: ");
    }

    private void wrong(String path, String json, String detail) {
        problem(control.call("PUT", path, json), 400, detail);
    }

    @Test
    @Rule("C1")
    void aResetRestoresAllThatFlowsFindAroundThem() {
        put("/queues", "{\"queues\": [{\"id\": \"support\"}]}");
        put("/hours", "{\"hours\": []}");
        put("/standing-agents/grace", "{\"autoAccept\": false}");
        put("/bots/Orders", "{\"rules\": []}");
        control.post("/flows/stubs", "{\"type\": \"Compare\", \"success\": true}");
        Chat chat = Flows.start(EMULATOR, Flows.created(EMULATOR, "queueing", Flows.QUEUEING));
        control.post("/contacts/" + chat.contactId() + "/connect");
        Awaitility.await()
                .until(() -> control.get("/standing-agents/grace/offers")
                                .path("offers")
                                .size()
                        == 1);

        control.post("/reset");

        assertThat(control.get("/queues").path("queues").findValuesAsString("id"))
                .containsExactly("sales");
        assertThat(control.get("/hours").path("hours").findValuesAsString("id")).containsExactly("always-closed");
        assertThat(control.get("/standing-agents").path("agents")).isEmpty();
        assertThat(control.get("/bots").path("bots")).isEmpty();
        assertThat(control.get("/flows/stubs").path("stubs")).isEmpty();
        assertThat(control.get("/flows").path("flows")).isEmpty();
        put("/standing-agents/ada", "{\"autoAccept\": false}");
        assertThat(control.get("/standing-agents/ada/offers").path("offers"))
                .as("no line of a queue is left")
                .isEmpty();
    }
}
