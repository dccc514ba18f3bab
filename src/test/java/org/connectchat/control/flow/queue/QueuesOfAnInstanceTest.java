package org.connectchat.control.flow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
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

/** Shows that a test can give an instance queues and hours of operation of its own. */
class QueuesOfAnInstanceTest {

    private static final Emulator EMULATOR = Emulator.own(
            "emulator.throttling.enabled=false",
            "emulator.flows.queues[0].id=sales",
            "emulator.flows.hours[0].id=always-closed",
            "emulator.flows.hours[0].time-zone=UTC");

    private static final String SUPPORT = "{\"queues\": [{\"id\": \"support\"}]}";

    private static final String ALWAYS_OPEN = """
            {"hours": [{"id": "office", "timeZone": "UTC", "config": [
              {"day": "MONDAY", "start": "00:00", "end": "00:00"}, {"day": "TUESDAY", "start": "00:00", "end": "00:00"},
              {"day": "WEDNESDAY", "start": "00:00", "end": "00:00"}, {"day": "THURSDAY", "start": "00:00", "end": "00:00"},
              {"day": "FRIDAY", "start": "00:00", "end": "00:00"}, {"day": "SATURDAY", "start": "00:00", "end": "00:00"},
              {"day": "SUNDAY", "start": "00:00", "end": "00:00"}]}]}""";

    private static final String ALWAYS_CLOSED = "{\"hours\": [{\"id\": \"office\", \"timeZone\": \"UTC\"}]}";

    /** A flow that checks hours of operation. */
    private static final String CHECKING = """
            {"Version": "2019-10-30", "StartAction": "hours", "Metadata": {}, "Actions": [
             {"Identifier": "hours", "Type": "CheckHoursOfOperation", "Parameters": {"HoursOfOperationId": "office"},
              "Transitions": {"NextAction": "end",
               "Errors": [{"ErrorType": "NoMatchingError", "NextAction": "end"}],
               "Conditions": [
                {"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": ["True"]}},
                {"NextAction": "end", "Condition": {"Operator": "Equals", "Operands": ["False"]}}]}},
             {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""";

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    private void put(String path, String json) {
        Answer answer = control.call("PUT", path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void delete(String path) {
        assertThat(control.call("DELETE", path, null).status()).isEqualTo(200);
    }

    private List<String> queuesOf(String instanceId) {
        return control.get("/queues?instanceId=" + instanceId).path("queues").findValuesAsString("id");
    }

    private List<String> listed(String instanceId) {
        return EMULATOR.send("GET", "/queues-summary/" + instanceId, null)
                .json()
                .path("QueueSummaryList")
                .findValuesAsString("Id");
    }

    private String outcome(String instanceId, String content, String identifier) {
        Chat chat = Flows.start(EMULATOR, instanceId, Flows.created(EMULATOR, instanceId, identifier, content));
        control.post("/contacts/" + chat.contactId() + "/connect");
        JsonNode entry = control.post(
                "/contacts/" + chat.contactId() + "/flow/await", "{\"identifier\": \"" + identifier + "\"}");
        return entry.path("outcome").asString();
    }

    @Test
    @Rule("F101")
    void anInstanceWithQueuesOfItsOwnSeesOnlyThem() {
        put("/queues?instanceId=a", SUPPORT);

        assertThat(queuesOf("a")).containsExactly("support");
        assertThat(queuesOf("b")).containsExactly("sales");
        assertThat(control.get("/queues").path("queues").findValuesAsString("id"))
                .containsExactly("sales");
        assertThat(listed("a")).containsExactly("support");
        assertThat(listed("b")).containsExactly("sales");
        assertThat(EMULATOR.send("GET", "/queues/a/support", null).status()).isEqualTo(200);
        assertThat(EMULATOR.send("GET", "/queues/a/sales", null).status()).isEqualTo(404);
        assertThat(EMULATOR.send("GET", "/queues/b/support", null).status()).isEqualTo(404);
        assertThat(outcome("a", Flows.QUEUEING, "target")).isEqualTo("Success");
        assertThat(outcome("b", Flows.QUEUEING, "target")).isEqualTo("NoMatchingError");
    }

    @Test
    @Rule("F101")
    void anInstanceWithoutQueuesOfItsOwnSeesThoseOfTheEmulatorAlsoWhenTheyChange() {
        put("/queues?instanceId=a", "{\"queues\": [{\"id\": \"returns\"}]}");

        put("/queues", SUPPORT);

        assertThat(queuesOf("a")).containsExactly("returns");
        assertThat(queuesOf("b")).containsExactly("support");
        assertThat(outcome("b", Flows.QUEUEING, "target")).isEqualTo("Success");
        delete("/queues");
        assertThat(queuesOf("a")).containsExactly("returns");
        assertThat(queuesOf("b")).containsExactly("sales");
        delete("/queues?instanceId=a");
        assertThat(queuesOf("a")).containsExactly("sales");
    }

    @Test
    @Rule("F101")
    void anEmptyListOfAnInstanceMakesEveryIdAQueueThere() {
        put("/queues?instanceId=a", "{\"queues\": []}");
        put("/hours?instanceId=a", "{\"hours\": []}");

        assertThat(outcome("a", Flows.QUEUEING, "target")).isEqualTo("Success");
        assertThat(outcome("a", CHECKING, "hours")).isEqualTo("True");
        assertThat(outcome("b", Flows.QUEUEING, "target")).isEqualTo("NoMatchingError");
        assertThat(outcome("b", CHECKING, "hours")).isEqualTo("NoMatchingError");
    }

    @Test
    @Rule("F101")
    void hoursOfTheSameIdAreThoseOfTheInstance() {
        put("/hours?instanceId=a", ALWAYS_OPEN);
        put("/hours?instanceId=b", ALWAYS_CLOSED);

        assertThat(outcome("a", CHECKING, "hours")).isEqualTo("True");
        assertThat(outcome("b", CHECKING, "hours")).isEqualTo("False");
        assertThat(outcome("c", CHECKING, "hours")).isEqualTo("NoMatchingError");
        delete("/hours?instanceId=a");
        assertThat(control.get("/hours?instanceId=a").path("hours").findValuesAsString("id"))
                .containsExactly("always-closed");
    }

    @Test
    @Rule("F101")
    void aQueueNamesHoursThatItsInstanceSees() {
        String json = "{\"queues\": [{\"id\": \"support\", \"hoursOfOperation\": \"office\"}]}";
        put("/hours?instanceId=a", ALWAYS_OPEN);

        put("/queues?instanceId=a", json);

        assertThat(EMULATOR.send("GET", "/queues/a/support", null)
                        .json()
                        .at("/Queue/HoursOfOperationId")
                        .asString())
                .isEqualTo("office");
        String problem = "queues[0].hoursOfOperation: must be hours of operation that exist";
        problem(control.call("PUT", "/queues?instanceId=b", json), 400, problem);
        problem(control.call("PUT", "/queues", json), 400, problem);
    }

    @Test
    @Rule("F101")
    void anInstanceIdHasOneToAHundredCharacters() {
        problem(control.call("GET", "/queues?instanceId=" + "i".repeat(101), null), 400, "instanceId: ");
        problem(control.call("GET", "/queues?instanceId=", null), 400, "instanceId: must not be empty");
        problem(control.call("PUT", "/hours?instance=a", "{\"hours\": []}"), 400, "instance: is unknown");
        assertThat(queuesOf("i".repeat(100))).containsExactly("sales");
    }
}
