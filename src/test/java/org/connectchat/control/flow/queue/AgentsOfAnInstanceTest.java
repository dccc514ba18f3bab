package org.connectchat.control.flow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Flows;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that a test can add standing agents for its instance alone. */
class AgentsOfAnInstanceTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    private Chat queued(String instanceId) {
        Chat chat = Flows.start(
                EMULATOR,
                instanceId,
                Flows.created(EMULATOR, instanceId, "queueing" + System.nanoTime(), Flows.QUEUEING));
        control.post("/contacts/" + chat.contactId() + "/connect");
        control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"outcome\": \"Queued\"}");
        return chat;
    }

    private JsonNode call(String method, String path, String json) {
        Answer answer = control.call(method, "/standing-agents" + path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The name of the agent that is in a chat; empty if none is. */
    private String agentOf(Chat chat) {
        return agentOf(chat.contactId());
    }

    private String agentOf(String contactId) {
        JsonNode contact = control.contact(contactId);
        for (JsonNode participant : contact.path("participants")) {
            if (participant.path("participantId").equals(contact.at("/agent/participantId"))) {
                return participant.path("displayName").asString();
            }
        }
        return "";
    }

    private List<String> offers(String path) {
        return call("GET", path, null).path("offers").findValuesAsString("contactId");
    }

    @Test
    @Rule("F102")
    void anAgentOfAnInstanceTakesContactsOfThatInstanceAlone() {
        Chat other = queued("b");
        Chat chat = queued("a");

        JsonNode grace = call("PUT", "/grace?instanceId=a", "{\"displayName\": \"Grace\", \"capacity\": 2}");

        assertThat(grace.path("instanceId").asString()).isEqualTo("a");
        Awaitility.await().until(() -> agentOf(chat), "Grace"::equals);
        assertThat(call("GET", "/grace?instanceId=a", null).path("available").asBoolean())
                .isTrue();
        assertThat(agentOf(other)).isEmpty();
        call("PUT", "/ada", "{\"displayName\": \"Ada\"}");
        Awaitility.await().until(() -> agentOf(other), "Ada"::equals);
        assertThat(call("GET", "/ada", null).has("instanceId")).isFalse();
    }

    @Test
    @Rule("F102")
    void anAgentIdNamesAnAgentWithinItsInstance() {
        call("PUT", "/grace", "{\"displayName\": \"Grace of all\", \"state\": \"OFFLINE\"}");
        call("PUT", "/grace?instanceId=a", "{\"displayName\": \"Grace of a\", \"autoAccept\": false}");
        call("PUT", "/grace?instanceId=b", "{\"displayName\": \"Grace of b\", \"autoAccept\": false}");
        Chat ofA = queued("a");
        Chat ofB = queued("b");

        Awaitility.await().until(() -> offers("/grace/offers?instanceId=a"), List.of(ofA.contactId())::equals);
        Awaitility.await().until(() -> offers("/grace/offers?instanceId=b"), List.of(ofB.contactId())::equals);
        assertThat(offers("/grace/offers")).isEmpty();
        assertThat(call("GET", "?instanceId=a", null).path("agents").findValuesAsString("displayName"))
                .containsExactly("Grace of a");
        assertThat(call("GET", "", null).path("agents").findValuesAsString("displayName"))
                .containsExactly("Grace of all");
        String accept = "/standing-agents/grace/offers/" + ofA.contactId() + "/accept";
        problem(control.call("POST", accept, null), 409, "is not offered to agent grace");
        problem(control.call("POST", accept + "?instanceId=b", null), 409, "is not offered to agent grace");
        assertThat(call("POST", "/grace/offers/" + ofA.contactId() + "/accept?instanceId=a", null)
                        .path("chats")
                        .toString())
                .contains(ofA.contactId());
        assertThat(agentOf(ofA)).isEqualTo("Grace of a");
        call("POST", "/grace/offers/" + ofB.contactId() + "/reject?instanceId=b", null);
        assertThat(call("GET", "/grace?instanceId=b", null).path("setAside").asBoolean())
                .isTrue();
        assertThat(call("GET", "/grace?instanceId=a", null).path("setAside").asBoolean())
                .isFalse();
    }

    @Test
    @Rule("F102")
    void anAgentIsChangedAndRemovedInItsInstanceAlone() {
        call("PUT", "/grace", "{}");
        call("PUT", "/grace?instanceId=a", "{}");

        assertThat(call("PATCH", "/grace?instanceId=a", "{\"state\": \"BUSY\"}")
                        .path("state")
                        .asString())
                .isEqualTo("BUSY");

        assertThat(call("GET", "/grace", null).path("state").asString()).isEqualTo("AVAILABLE");
        String unknown = "There is no standing agent grace of instance b alone; "
                + "GET /_emulator/standing-agents?instanceId=b lists";
        problem(control.call("GET", "/standing-agents/grace?instanceId=b", null), 404, unknown);
        problem(control.call("PATCH", "/standing-agents/grace?instanceId=b", "{}"), 404, unknown);
        problem(control.call("DELETE", "/standing-agents/grace?instanceId=b", null), 404, unknown);
        problem(control.call("GET", "/standing-agents/grace/offers?instanceId=b", null), 404, unknown);
        assertThat(control.call("DELETE", "/standing-agents/grace?instanceId=a", null)
                        .status())
                .isEqualTo(204);
        assertThat(call("GET", "/grace", null).path("available").asBoolean()).isTrue();
    }

    @Test
    @Rule("F102")
    void anAgentOfAnInstanceStandsInThereForTheOneOfAllInstances() {
        call("PUT", "/grace", "{\"displayName\": \"Grace of all\", \"capacity\": 5}");
        call("PUT", "/grace?instanceId=a", "{\"displayName\": \"Grace of a\"}");

        Chat first = queued("a");
        Awaitility.await().until(() -> agentOf(first), "Grace of a"::equals);
        Chat second = queued("a");
        Chat other = queued("b");
        Awaitility.await().until(() -> agentOf(other), "Grace of all"::equals);
        assertThat(agentOf(second)).isEmpty();
        JsonNode queues = EMULATOR.send("GET", "/queues-summary/a", null).json().path("QueueSummaryList");
        assertThat(queues.findValuesAsString("Id")).containsExactly("grace");

        control.call("DELETE", "/standing-agents/grace?instanceId=a", null);

        Awaitility.await().until(() -> agentOf(second), "Grace of all"::equals);
    }

    @Test
    @Rule("F102")
    void theQueueOfAnAgentIsListedInItsInstance() {
        call("PUT", "/grace?instanceId=a", "{}");
        control.call("PUT", "/queues", "{\"queues\": [{\"id\": \"sales\"}]}");

        assertThat(EMULATOR.send("GET", "/queues-summary/a", null)
                        .json()
                        .path("QueueSummaryList")
                        .findValuesAsString("Id"))
                .containsExactly("grace", "sales");
        assertThat(EMULATOR.send("GET", "/queues-summary/b", null)
                        .json()
                        .path("QueueSummaryList")
                        .findValuesAsString("Id"))
                .containsExactly("sales");
        assertThat(EMULATOR.send("GET", "/queues/a/grace", null).status()).isEqualTo(200);
        assertThat(EMULATOR.send("GET", "/queues/b/grace", null).status()).isEqualTo(404);
    }

    @Test
    @Rule("F102")
    void theQueuesOfAnAgentAreThoseThatItsInstanceSees() {
        control.call("PUT", "/queues?instanceId=a", "{\"queues\": [{\"id\": \"sales\", \"name\": \"Sales\"}]}");

        assertThat(call("PUT", "/grace?instanceId=a", "{\"queues\": [\"Sales\"]}")
                        .at("/queues/0")
                        .asString())
                .isEqualTo("sales");
        problem(
                control.call("PUT", "/standing-agents/grace?instanceId=a", "{\"queues\": [\"support\"]}"),
                400,
                "queues[0]: must be a queue that exists");
        assertThat(call("PUT", "/grace", "{\"queues\": [\"support\"]}")
                        .at("/queues/0")
                        .asString())
                .isEqualTo("support");
    }

    /** Each suite has an agent and a queue of the same ids in its instance, resets it and plays three chats. */
    @Test
    @Rule({"F102", "F104"})
    void eightSuitesDoNotTakeTheContactsOfEachOther() {
        List<Set<String>> taken = Simultaneously.call(8, number -> {
            String instanceId = "suite-" + number;
            for (int round = 0; round < 3; round++) {
                control.post("/reset", "{\"instanceId\": \"" + instanceId + "\"}");
                control.call("PUT", "/queues?instanceId=" + instanceId, "{\"queues\": [{\"id\": \"support\"}]}");
                call(
                        "PUT",
                        "/grace?instanceId=" + instanceId,
                        "{\"capacity\": 10, \"displayName\": \"" + number + "\"}");
                Set<String> own = new HashSet<>();
                IntStream.range(0, 3).forEach(chat -> own.add(queued(instanceId).contactId()));
                Awaitility.await().until(() -> chatsOfGrace(instanceId), own::equals);
            }
            return chatsOfGrace(instanceId);
        });

        assertThat(taken).allSatisfy(chats -> assertThat(chats).hasSize(3));
        for (int number = 0; number < 8; number++) {
            String name = Integer.toString(number);
            assertThat(taken.get(number))
                    .allSatisfy(contactId -> assertThat(agentOf(contactId)).isEqualTo(name));
        }
    }

    private Set<String> chatsOfGrace(String instanceId) {
        Set<String> chats = new HashSet<>();
        call("GET", "/grace?instanceId=" + instanceId, null).path("chats").forEach(id -> chats.add(id.asString()));
        return chats;
    }
}
