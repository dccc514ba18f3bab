package org.connectchat.control.flow.stub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that a test can set the outcome of actions. */
class StubControlTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");

    private final Control control = new Control(EMULATOR);
    private String flowId;

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void create() {
        control.post("/reset");
        flowId = Flows.created(EMULATOR, "looking-up", Flows.LOOKING_UP);
    }

    private JsonNode stub(String json) {
        return control.post("/flows/stubs", json);
    }

    /** Starts a chat and returns the entry of the look-up. */
    private JsonNode lookedUp(Chat chat) {
        control.post("/contacts/" + chat.contactId() + "/connect");
        return control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"identifier\": \"look-up\"}");
    }

    private void awaitWait(Chat chat) {
        Awaitility.await()
                .until(() -> control.get("/contacts/" + chat.contactId() + "/flow")
                        .at("/run/identifier")
                        .asString()
                        .equals("wait"));
    }

    @Test
    @Rule("F78")
    void aStubGivesAnOutcomeAndDataSoManyTimes() {
        stub("""
                {"type": "GetCustomerProfile", "success": true, "times": 1, "data": {"Customer": {"FirstName": "Ada"}}}""");
        Chat first = Flows.start(EMULATOR, flowId);
        Chat second = Flows.start(EMULATOR, flowId);

        assertThat(lookedUp(first).path("outcome").asString()).isEqualTo("Success");
        JsonNode without = lookedUp(second);

        assertThat(without.path("outcome").asString()).isEqualTo("NoMatchingError");
        awaitWait(first);
        assertThat(control.contact(first.contactId()).at("/attributes/name").asString())
                .isEqualTo("Ada");
        JsonNode listed = control.get("/flows/stubs").at("/stubs/0");
        assertThat(listed.path("taken").asInt()).isEqualTo(1);
        assertThat(listed.path("left").asInt()).isZero();
    }

    @Test
    @Rule("F78")
    void aStubIsTakenNoMoreOftenThanItMayBe() {
        stub("{\"identifier\": \"look-up\", \"success\": true, \"times\": 7}");

        long stubbed = Simultaneously.call(20, number -> lookedUp(Flows.start(EMULATOR, flowId))).stream()
                .filter(entry -> entry.path("outcome").asString().equals("Success"))
                .count();

        assertThat(stubbed).isEqualTo(7);
        assertThat(control.get("/flows/stubs").at("/stubs/0/taken").asInt()).isEqualTo(7);
    }

    @Test
    @Rule("F78")
    void aStubLetsAnActionFailAfterADelayOfTheClock() {
        JsonNode added = stub("""
                {"flow": "looking-up", "identifier": "look-up", "errorType": "SomeError", "delay": "PT5M"}""");
        assertThat(added.has("left")).isFalse();
        Chat chat = Flows.start(EMULATOR, flowId);
        control.post("/contacts/" + chat.contactId() + "/connect");
        Awaitility.await()
                .until(() -> control.get("/contacts/" + chat.contactId() + "/flow")
                        .at("/run/waitsFor")
                        .asString()
                        .equals("the delay of a stub"));

        control.advance("PT5M");

        JsonNode entry = control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"outcome\": \"SomeError\"}");
        assertThat(entry.path("reason").asString()).contains(added.path("id").asString());
        assertThat(entry.path("nextAction").asString()).isEqualTo("wait");
    }

    @Test
    @Rule("F78")
    void aRemovedStubIsTakenNoMore() {
        String id = stub("{\"type\": \"GetCustomerProfile\", \"result\": \"x\"}")
                .path("id")
                .asString();
        stub("{\"type\": \"Wait\", \"success\": true}");
        assertThat(control.call("DELETE", "/flows/stubs/" + id, null).status()).isEqualTo(204);
        problem(control.call("DELETE", "/flows/stubs/" + id, null), 404, "There is no stub " + id);
        assertThat(lookedUp(Flows.start(EMULATOR, flowId)).path("outcome").asString())
                .isEqualTo("NoMatchingError");

        assertThat(control.call("DELETE", "/flows/stubs", null).status()).isEqualTo(204);
        assertThat(control.get("/flows/stubs").path("stubs")).isEmpty();
    }

    @Test
    @Rule("F78")
    void aWrongStubIsAProblemThatNamesTheMember() {
        wrong("{\"type\": \"Wait\"}", "must have exactly one of result, errorType and success");
        wrong("{\"type\": \"Wait\", \"result\": \"a\", \"success\": true}", "must have exactly one of");
        wrong("{\"success\": true}", "must have at least one of flow, identifier and type");
        wrong("{\"type\": \"Wait\", \"success\": false}", "success: must be true or absent");
        wrong("{\"type\": \"Wait\", \"success\": true, \"delay\": \"8d\"}", "delay: must be at most P7D");
        wrong("{\"type\": \"Wait\", \"success\": true, \"times\": 0}", "times: ");
        wrong(
                "{\"type\": \"Wait\", \"success\": true, \"data\": {\"Attributes\": {\"a\": \"b\"}}}",
                "data.Attributes: must be one of the roots Capabilities, Case, Customer");
        wrong("{\"type\": \"Wait\", \"success\": true, \"Times\": 1}", "Times: is unknown");
    }

    private void wrong(String json, String detail) {
        problem(control.call("POST", "/flows/stubs", json), 400, detail);
    }

    @Test
    @Rule({"F15", "F78"})
    void numbersOfAStubStayAsTheyAreWritten() {
        stub("""
                {"type": "GetCustomerProfile", "success": true, "data": {"Customer": {"FirstName": [1.10, 1e5, 1e999999]}}}""");
        Chat chat = Flows.start(EMULATOR, flowId);

        lookedUp(chat);
        awaitWait(chat);

        assertThat(control.get("/contacts/" + chat.contactId() + "/flow/log").toString())
                .contains("[1.10,1e5,1e999999]");
    }

    @Test
    @Rule("F78")
    void aNumberOutOfRangeAndNoDataAreRefused() {
        assertThat(control.call("POST", "/flows/stubs", """
                        {"type": "X", "success": true, "data": {"Customer": {"a": 1e9999999999}}}""").status()).isEqualTo(400);
        assertThat(control.call("POST", "/flows/stubs", """
                        {"type": "X", "success": true, "data": {"Customer": null}}""").status()).isEqualTo(400);
    }
}
