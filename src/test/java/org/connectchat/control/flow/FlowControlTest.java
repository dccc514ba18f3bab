package org.connectchat.control.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
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

/** Shows that a test can see where the flow of a chat stands, and let it go on. */
class FlowControlTest {

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
        flowId = Flows.created(EMULATOR, "waiting", Flows.WAITING);
    }

    private String path(Chat chat) {
        return "/contacts/" + chat.contactId() + "/flow";
    }

    private Chat connected(String id) {
        Chat chat = Flows.start(EMULATOR, id);
        control.post("/contacts/" + chat.contactId() + "/connect");
        return chat;
    }

    private JsonNode reached(Chat chat, String state) {
        return Awaitility.await()
                .until(
                        () -> control.get(path(chat)),
                        flow -> flow.path("state").asString().equals(state));
    }

    @Test
    @Rule("F80")
    void aFlowIsSeenFromItsBeginningToItsEnd() {
        Chat chat = Flows.start(EMULATOR, flowId);
        JsonNode before = control.get(path(chat));
        assertThat(before.path("state").asString()).isEqualTo("NOT_BEGUN");
        assertThat(before.has("run")).isFalse();

        control.post("/contacts/" + chat.contactId() + "/connect");
        JsonNode waiting = reached(chat, "WAITING");

        assertThat(waiting.path("contactId").asString()).isEqualTo(chat.contactId());
        assertThat(waiting.path("hooks")).isEmpty();
        JsonNode run = waiting.path("run");
        assertThat(run.path("kind").asString()).isEqualTo("INBOUND");
        assertThat(run.path("flowId").asString()).isEqualTo(flowId);
        assertThat(run.path("flowName").asString()).isEqualTo("waiting");
        assertThat(run.path("identifier").asString()).isEqualTo("wait");
        assertThat(run.path("type").asString()).isEqualTo("Wait");
        assertThat(run.path("waitsFor").asString()).isNotBlank();
        assertThat(run.path("until").asString()).endsWith("Z");

        control.advance("PT1H");

        assertThat(reached(chat, "ENDED").has("run")).isFalse();
        Awaitility.await()
                .until(
                        () -> control.contact(chat.contactId())
                                .path("disconnectReason")
                                .asString(),
                        "CONTACT_FLOW_DISCONNECT"::equals);
        assertThat(control.contact(chat.contactId()).at("/attributes/step").asString())
                .isEqualTo("two");
    }

    @Test
    @Rule("F80")
    void aWaitIsSkippedOnceHoweverManyAsk() {
        Chat chat = connected(flowId);
        reached(chat, "WAITING");

        List<Integer> statuses = Simultaneously.call(
                20,
                number -> control.call("POST", path(chat) + "/continue", null).status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(19);
        reached(chat, "ENDED");
        assertThat(control.get(path(chat) + "/log").path("entries").findValuesAsString("identifier"))
                .containsExactly("greet", "wait", "note", "end");
    }

    @Test
    @Rule("F80")
    void aChatWithoutFlowHasTheStateNone() {
        Chat chat = Flows.start(EMULATOR, "no-such-flow");

        assertThat(control.get(path(chat)).path("state").asString()).isEqualTo("NONE");
        assertThat(control.get(path(chat) + "/log").path("entries")).isEmpty();
        problem(control.call("POST", path(chat) + "/continue", null), 409, "it is NONE");
        problem(control.call("POST", path(chat) + "/await", "{\"type\": \"Wait\"}"), 409, "has no flow");
    }

    @Test
    @Rule("F80")
    void anUnknownContactIsNotFound() {
        String path = "/contacts/nothing/flow";

        problem(control.call("GET", path, null), 404, "nothing");
        problem(control.call("GET", path + "/log", null), 404, "nothing");
        problem(control.call("POST", path + "/continue", null), 404, "nothing");
        problem(control.call("POST", path + "/await", "{\"type\": \"Wait\"}"), 404, "nothing");
    }

    @Test
    @Rule("F80")
    void theQueueAndThePositionInItAreSeen() {
        String queueing = Flows.created(EMULATOR, "queueing", Flows.QUEUEING);
        Chat first = connected(queueing);
        Awaitility.await().until(() -> control.get(path(first)).has("queue"));
        Chat second = connected(queueing);
        JsonNode flow = Awaitility.await().until(() -> control.get(path(second)), state -> state.has("queue"));

        assertThat(flow.at("/targetQueue/id").asString()).isEqualTo("support");
        assertThat(flow.at("/queue/id").asString()).isEqualTo("support");
        assertThat(flow.at("/queue/position").asInt()).isEqualTo(2);
        assertThat(flow.at("/queue/priority").asInt()).isEqualTo(5);
        first.stop();
        assertThat(control.get(path(second)).at("/queue/position").asInt()).isEqualTo(1);
    }

    @Test
    @Rule("F79")
    void theLogShowsWhatEachActionReadAndDid() {
        Chat chat = connected(flowId);
        reached(chat, "WAITING");
        control.post(path(chat) + "/continue");
        reached(chat, "ENDED");

        JsonNode entries = control.get(path(chat) + "/log").path("entries");
        JsonNode first = entries.path(0);

        assertThat(first.path("number").asInt()).isEqualTo(1);
        assertThat(first.path("flowId").asString()).isEqualTo(flowId);
        assertThat(first.path("contactId").asString()).isEqualTo(chat.contactId());
        assertThat(first.path("outcome").asString()).isEqualTo("Success");
        assertThat(first.at("/parameters/Attributes.step").asString()).isEqualTo("one");
        assertThat(first.path("nextAction").asString()).isEqualTo("wait");
        assertThat(entries.path(1).path("outcome").asString()).isEqualTo("WaitCompleted");
        assertThat(entries.path(3).has("nextAction")).isFalse();
    }

    @Test
    @Rule("F79")
    void theLogIsFiltered() {
        Chat chat = connected(flowId);
        reached(chat, "WAITING");
        control.post(path(chat) + "/continue");
        reached(chat, "ENDED");

        assertThat(identifiers(chat, "?type=UpdateContactAttributes")).containsExactly("greet", "note");
        assertThat(identifiers(chat, "?identifier=wait")).containsExactly("wait");
        assertThat(identifiers(chat, "?outcome=Success&after=1")).containsExactly("note");
        assertThat(identifiers(chat, "?flowId=another")).isEmpty();
        problem(control.call("GET", path(chat) + "/log?Type=Wait", null), 400, "Type: is unknown");
    }

    @Test
    @Rule("F80")
    void aLongOutcomeIsCutBetweenCharacters() {
        String start = "a".repeat(99) + "👋";
        Chat chat = comparing(start + "👋");

        problem(
                control.call("POST", path(chat) + "/await", "{\"identifier\": \"another\"}"),
                409,
                "the latest actions are compare (Compare: " + start + "…)");
    }

    private Chat comparing(String text) {
        String id = Flows.created(EMULATOR, "comparing", """
                {"Version": "2019-10-30", "StartAction": "compare", "Metadata": {}, "Actions": [
                 {"Identifier": "compare", "Type": "Compare", "Parameters": {"ComparisonValue": "$.Attributes.text"},
                  "Transitions": {"NextAction": "end",
                   "Errors": [{"ErrorType": "NoMatchingCondition", "NextAction": "end"}]}},
                 {"Identifier": "end", "Type": "DisconnectParticipant", "Parameters": {}, "Transitions": {}}]}""");
        Chat chat = Chat.start(
                EMULATOR,
                Emulator.SMALLEST_START
                        .replace("a-flow", id)
                        .replaceFirst("\\{", "{\"Attributes\": {\"text\": \"" + text + "\"}, "));
        control.post("/contacts/" + chat.contactId() + "/connect");
        return chat;
    }

    private List<String> identifiers(Chat chat, String query) {
        return control.get(path(chat) + "/log" + query).path("entries").findValuesAsString("identifier");
    }

    @Test
    @Rule("F75")
    void theFlowsOfAnInstanceAreListed() {
        JsonNode flows = control.get("/flows").path("flows");

        assertThat(flows).hasSize(1);
        assertThat(flows.at("/0/id").asString()).isEqualTo(flowId);
        assertThat(flows.at("/0/name").asString()).isEqualTo("waiting");
        assertThat(flows.at("/0/instanceId").asString()).isEqualTo("an-instance");
        assertThat(flows.at("/0/status").asString()).isEqualTo("PUBLISHED");
        assertThat(control.get("/flows?instanceId=another").path("flows")).isEmpty();
    }
}
