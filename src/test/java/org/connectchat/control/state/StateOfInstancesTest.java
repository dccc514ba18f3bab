package org.connectchat.control.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What instances have of their own, in a document of state. */
class StateOfInstancesTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");
    private static final List<String> RESOURCES = List.of(
            "/queues?instanceId=a",
            "/queues?instanceId=b",
            "/hours?instanceId=a",
            "/standing-agents?instanceId=a",
            "/standing-agents",
            "/bots?instanceId=a",
            "/bots");

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
        put("/queues?instanceId=a", "{\"queues\": [{\"id\": \"support\", \"maximum\": 3}]}");
        put("/queues?instanceId=b", "{\"queues\": []}");
        put("/hours?instanceId=a", "{\"hours\": [{\"id\": \"office\", \"timeZone\": \"Europe/Berlin\"}]}");
        put("/bots/Orders?instanceId=a", "{\"rules\": [{\"when\": {\"any\": true}, \"intent\": \"A\"}]}");
    }

    private void put(String path, String json) {
        Answer answer = control.call("PUT", path, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Chat queued(String instanceId) {
        String flowId = Flows.created(EMULATOR, instanceId, "queueing" + System.nanoTime(), Flows.QUEUEING);
        Chat chat = Flows.start(EMULATOR, instanceId, flowId);
        control.post("/contacts/" + chat.contactId() + "/connect");
        control.post("/contacts/" + chat.contactId() + "/flow/await", "{\"outcome\": \"Queued\"}");
        return chat;
    }

    private ObjectNode document() {
        return (ObjectNode) control.get("/state");
    }

    private static ObjectNode at(JsonNode document, String pointer) {
        return (ObjectNode) document.at(pointer);
    }

    @Test
    @Rule("V8")
    void whatInstancesHaveIsShownAfterALoadAsItCame() {
        put("/standing-agents/grace", "{\"state\": \"OFFLINE\"}");
        put("/standing-agents/grace?instanceId=a", "{\"queues\": [\"support\"]}");
        List<JsonNode> before = RESOURCES.stream().map(control::get).toList();
        String document = document().toString();
        control.post("/reset");
        put("/queues?instanceId=c", "{\"queues\": [{\"id\": \"gone\"}]}");

        put("/state", document);

        assertThat(RESOURCES.stream().map(control::get)).isEqualTo(before);
        assertThat(control.get("/queues?instanceId=c").path("queues")).isEmpty();
    }

    @Test
    @Rule("V6")
    void chatsKeepTheirAgentsThoughAnotherOneHasTheSameId() {
        put("/standing-agents/grace", "{\"state\": \"OFFLINE\"}");
        put("/standing-agents/grace?instanceId=a", "{\"autoAccept\": false, \"capacity\": 2}");
        Chat joined = queued("a");
        String offers = "/standing-agents/grace/offers";
        awaitOffer(offers + "?instanceId=a", joined);
        control.post(offers + "/" + joined.contactId() + "/accept?instanceId=a");
        Chat offered = queued("a");
        awaitOffer(offers + "?instanceId=a", offered);
        JsonNode before = control.get("/standing-agents/grace?instanceId=a");

        put("/state", document().toString());

        assertThat(control.get("/standing-agents/grace?instanceId=a")).isEqualTo(before);
        assertThat(control.get("/standing-agents/grace").path("chats")).isEmpty();
        control.post(offers + "/" + offered.contactId() + "/accept?instanceId=a");
        assertThat(control.get("/standing-agents/grace?instanceId=a").path("chats"))
                .hasSize(2);
    }

    private void awaitOffer(String path, Chat chat) {
        Awaitility.await()
                .until(() -> control.get(path)
                        .path("offers")
                        .findValuesAsString("contactId")
                        .equals(List.of(chat.contactId())));
    }

    @Test
    @Rule("V1")
    void aDocumentOfBeforeInstancesHadTheirOwnIsLoaded() {
        put("/standing-agents/grace", "{}");
        ObjectNode document = document();
        at(document, "/flows").remove(List.of("queuesOfInstances", "hoursOfInstances"));
        at(document, "/flows/bots").remove("ofInstances");

        put("/state", document.toString());

        assertThat(control.get("/bots?instanceId=a").path("bots")).isEmpty();
        assertThat(control.get("/hours?instanceId=a").path("hours")).isEmpty();
        assertThat(control.get("/standing-agents").path("agents")).hasSize(1);
        assertThat(document().at("/flows").has("queuesOfInstances")).isFalse();
    }

    @Test
    @Rule("V4")
    void aWrongValueOfAnInstanceIsRefusedWithItsPath() {
        put("/standing-agents/grace?instanceId=a", "{}");
        String own = "/flows/queuesOfInstances";

        ObjectNode document = document();
        at(document, own + "/a/0").put("maximum", -1);
        refused(document, "flows.queuesOfInstances.a[0].maximum: must be 0 or more");

        document = document();
        at(document, own).putArray("i".repeat(101));
        refused(document, "must be named by an id of 1 to 100 characters");

        document = document();
        ObjectNode queues = at(document, own);
        IntStream.range(0, 999).forEach(i -> queues.putArray("i" + i));
        refused(document, "flows.queuesOfInstances: must have at most 1000 members");

        document = document();
        at(document, "/flows/hoursOfInstances/a/0").put("zone", "Nowhere");
        refused(document, "flows.hoursOfInstances.a[0].zone: is no time zone");

        document = document();
        at(document, "/flows/bots/ofInstances").putArray("b");
        refused(document, "flows.bots.ofInstances.b: must not be empty");

        document = document();
        at(document, "/flows/bots/ofInstances/a/0").put("name", "---");
        refused(document, "flows.bots.ofInstances.a[0].name: must differ from that of other bots");

        document = document();
        at(document, "/flows/routing/agents/0").put("instanceId", "");
        refused(document, "flows.routing.agents[0].instanceId: must have 1 to 100 characters");

        document = document();
        ((ArrayNode) document.at("/flows/routing/agents"))
                .add(document.at("/flows/routing/agents/0").deepCopy());
        refused(document, "flows.routing.agents[1].id: is that of another agent");

        document = document();
        at(document, own).putNull("a");
        refused(document, "flows.queuesOfInstances");
    }

    @Test
    @Rule("V4")
    void anAgentOfAnInstanceWithoutAnAgentIsRefused() {
        Chat chat = queued("a");
        ObjectNode document = document();
        at(document, "/chats/0/flow/place").put("agentOfInstance", true);

        refused(document, "agentOfInstance: must be absent without an agent");

        assertThat(control.contact(chat.contactId())).isNotNull();
    }

    private void refused(ObjectNode document, String detail) {
        problem(control.call("PUT", "/state", document.toString()), 400, detail);
    }
}
