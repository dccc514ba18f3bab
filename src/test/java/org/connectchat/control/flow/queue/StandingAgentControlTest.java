package org.connectchat.control.flow.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
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

/** Shows that a test can add standing agents, and accept and reject contacts for them. */
class StandingAgentControlTest {

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
        flowId = Flows.created(EMULATOR, "queueing", Flows.QUEUEING);
    }

    private Chat queued() {
        Chat chat = Flows.start(EMULATOR, flowId);
        control.post("/contacts/" + chat.contactId() + "/connect");
        control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"outcome\": \"Queued\"}");
        return chat;
    }

    private JsonNode call(String method, String path, String json) {
        Answer answer = control.call(method, "/standing-agents/" + path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private boolean isOffered(String agentId, Chat chat) {
        return control.get("/standing-agents/" + agentId + "/offers")
                .path("offers")
                .findValuesAsString("contactId")
                .contains(chat.contactId());
    }

    private void awaitOffer(String agentId, Chat chat) {
        Awaitility.await().until(() -> isOffered(agentId, chat));
    }

    private String agentOf(Chat chat) {
        return control.contact(chat.contactId()).at("/agent/agentId").asString();
    }

    @Test
    @Rule("F73")
    void aNewAgentTakesAContactThatWaits() {
        Chat chat = queued();

        call("PUT", "grace", "{\"displayName\": \"Grace\", \"queues\": [\"support\"]}");

        Awaitility.await().until(() -> agentOf(chat), "grace"::equals);
        JsonNode agent = control.get("/standing-agents/grace");
        assertThat(agent.path("displayName").asString()).isEqualTo("Grace");
        assertThat(agent.path("capacity").asInt()).isEqualTo(1);
        assertThat(agent.path("available").asBoolean()).isFalse();
        assertThat(agent.at("/chats/0").asString()).isEqualTo(chat.contactId());
        assertThat(control.get("/contacts/" + chat.contactId() + "/flow").has("queue"))
                .isFalse();
    }

    @Test
    @Rule("F73")
    void aContactIsOfferedAndAcceptedOnce() {
        call("PUT", "grace", "{\"autoAccept\": false}");
        Chat chat = queued();
        awaitOffer("grace", chat);
        assertThat(agentOf(chat)).isEmpty();

        List<Integer> statuses = Simultaneously.call(
                10,
                number -> control.call("POST", "/standing-agents/grace/offers/" + chat.contactId() + "/accept", null)
                        .status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(9);
        assertThat(agentOf(chat)).isEqualTo("grace");
        assertThat(isOffered("grace", chat)).isFalse();
    }

    @Test
    @Rule("F73")
    void aRejectedContactGoesToAnotherAgent() {
        call("PUT", "grace", "{\"autoAccept\": false}");
        Chat chat = queued();
        awaitOffer("grace", chat);
        call("PUT", "ada", "{}");

        JsonNode grace = call("POST", "grace/offers/" + chat.contactId() + "/reject", null);

        assertThat(grace.path("setAside").asBoolean()).isTrue();
        Awaitility.await().until(() -> agentOf(chat), "ada"::equals);
        problem(
                control.call("POST", "/standing-agents/grace/offers/" + chat.contactId() + "/reject", null),
                409,
                "is not offered to agent grace");
    }

    @Test
    @Rule("F73")
    void aMissedContactIsOfferedAgainWhenTheAgentIsAvailable() {
        call("PUT", "grace", "{\"autoAccept\": false}");
        Chat chat = queued();
        awaitOffer("grace", chat);

        control.advance("PT20S");
        assertThat(isOffered("grace", chat)).isFalse();
        assertThat(control.get("/standing-agents/grace").path("setAside").asBoolean())
                .isTrue();

        JsonNode changed = call("PATCH", "grace", "{\"state\": \"AVAILABLE\"}");
        assertThat(changed.path("setAside").asBoolean()).isFalse();
        assertThat(changed.path("autoAccept").asBoolean()).isFalse();
        awaitOffer("grace", chat);
    }

    @Test
    @Rule("F73")
    void aContactThatARemovedAgentWasOfferedWaitsForAnother() {
        call("PUT", "grace", "{\"autoAccept\": false}");
        Chat chat = queued();
        awaitOffer("grace", chat);
        call("PUT", "ada", "{}");

        assertThat(control.call("DELETE", "/standing-agents/grace", null).status())
                .isEqualTo(204);

        Awaitility.await().until(() -> agentOf(chat), "ada"::equals);
        assertThat(control.get("/standing-agents").path("agents").findValuesAsString("agentId"))
                .containsExactly("ada");
    }

    @Test
    @Rule("F74")
    void withoutAStandingAgentAContactWaitsForAnAgentOfTheTest() {
        Chat chat = queued();
        assertThat(agentOf(chat)).isEmpty();

        control.join(chat.contactId(), "Grace");

        assertThat(agentOf(chat)).isEqualTo("Grace-id");
        assertThat(control.get("/contacts/" + chat.contactId() + "/flow").has("queue"))
                .isFalse();
    }

    @Test
    @Rule("F73")
    void whatIsWrongIsAProblem() {
        problem(control.call("GET", "/standing-agents/grace", null), 404, "There is no standing agent grace");
        problem(control.call("PATCH", "/standing-agents/grace", "{}"), 404, "There is no standing agent grace");
        problem(control.call("DELETE", "/standing-agents/grace", null), 404, "There is no standing agent grace");
        problem(control.call("GET", "/standing-agents/grace/offers", null), 404, "There is no standing agent grace");
        problem(control.call("PUT", "/standing-agents/grace", "{\"capacity\": 0}"), 400, "capacity: ");
        problem(control.call("PUT", "/standing-agents/grace", "{\"state\": \"AWAY\"}"), 400, "state: ");
        problem(control.call("PUT", "/standing-agents/grace", "{\"agentId\": \"a\"}"), 400, "agentId: is unknown");
        control.call("PUT", "/queues", "{\"queues\": [{\"id\": \"sales\"}]}");
        problem(
                control.call("PUT", "/standing-agents/grace", "{\"queues\": [\"sales\", \"support\"]}"),
                400,
                "queues[1]: must be a queue that exists");
        assertThat(control.get("/standing-agents").path("agents")).isEmpty();
    }
}
