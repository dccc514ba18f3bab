package org.connectchat.control.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.connectchat.testkit.Sharer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Loads documents that are wrong in one place: each is loaded as a whole, or changes nothing. */
@SameOnEveryJdk
class BrokenStateTest {

    private static final int CUTS = 400;
    private static final long SEED = Long.getLong("state.seed", System.nanoTime());
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Emulator EMULATOR =
            Emulator.own("emulator.throttling.enabled=false", "emulator.ids.seedable=true");

    private static String document;
    private static String witness;

    private final Control control = new Control(EMULATOR);

    /** A small document that has everything, and then a state that must stay. */
    @BeforeAll
    static void prepare() {
        Control control = new Control(EMULATOR);
        control.call("PUT", "/ids", "{\"seed\": 7}");
        control.post("/reset");
        control.post("/clock/freeze");
        control.post("/reset", "{\"instanceId\": \"seeded\", \"seed\": 8}");
        Chat.start(EMULATOR, Emulator.SMALLEST_START.replace("an-instance", "seeded"));
        everything(control);
        document = control.call("GET", "/state", null).body();
        control.post("/reset");
        control.post("/clock/freeze");
        Chat.start(EMULATOR).customer().say("stays");
        witness = control.call("GET", "/state", null).body();
    }

    private static void everything(Control control) {
        Chat ended = Chat.start(EMULATOR, """
                {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ParticipantDetails": {"DisplayName": "Ada"},
                 "InitialMessage": {"ContentType": "text/plain", "Content": "Hi"}, "Attributes": {"a": "b"},
                 "SegmentAttributes": {"connect:Subtype": {"ValueString": "connect:Chat"}}, "ClientToken": "once",
                 "CustomerId": "c"}""");
        ended.customer().say("Bye");
        ended.stop();
        Chat chat = Chat.continuing(EMULATOR, ended.contactId(), "FROM_SEGMENT");
        chat.customer().join().close();
        EMULATOR.send("PUT", "/contact/participant-role-config/an-instance/" + chat.contactId(), """
                {"ChannelConfiguration": {"Chat": {"ParticipantTimerConfigList": [
                  {"ParticipantRole": "CUSTOMER", "TimerType": "IDLE",
                   "TimerValue": {"ParticipantTimerDurationInMinutes": 5}}]}}}""");
        EMULATOR.send("POST", "/contact/start-streaming", """
                {"InstanceId": "an-instance", "ContactId": "%s", "ClientToken": "%s",
                 "ChatStreamingConfiguration":
                   {"StreamingEndpointArn": "arn:aws:sns:us-east-1:000000000000:a-topic"}}""".formatted(chat.contactId(), UUID.randomUUID()));
        EMULATOR.send("POST", "/contact/tags", """
                {"InstanceId": "an-instance", "ContactId": "%s", "Tags": {"k": "v"}}""".formatted(chat.contactId()));
        Control.Agent agent = control.join(chat.contactId(), "Grace").transferTo("Mary");
        String messageId = chat.customer().send("""
                        {"ContentType": "text/plain", "Content": "Hello", "ClientToken": "sent-once"}""").text("Id");
        agent.party().receipt("read", messageId);
        Sharer sharer = new Sharer(
                EMULATOR,
                chat.contactId(),
                chat.customer().id(),
                chat.customer().connectionToken());
        sharer.shared("a.pdf", new byte[] {1, 2, 3, 4, 5});
        sharer.announced("b.pdf", 7);
        String withFlow =
                Chat.ofAllTypes(EMULATOR, WaitingFlow.create(EMULATOR)).contactId();
        control.post("/contacts/" + withFlow + "/connect");
        await().until(() -> control.get("/contacts/" + withFlow + "/flow")
                .path("state")
                .asString()
                .equals("WAITING"));
    }

    @AfterAll
    static void close() {
        EMULATOR.close();
    }

    private void isLoadedWholeOrNotAtAll(byte[] changed, String what) {
        Answer answer = EMULATOR.send(
                "PUT", "/_emulator/state", BodyPublishers.ofByteArray(changed), "Content-Type", "application/json");
        if (answer.status() == 200) {
            String now = control.call("GET", "/state", null).body();
            assertThat(Chat.JSON.readTree(now).path("chats").size())
                    .as(what)
                    .isEqualTo(Chat.JSON.readTree(changed).path("chats").size());
            assertThat(control.call("PUT", "/state", witness).status()).isEqualTo(200);
        } else {
            assertThat(answer.status())
                    .as("%s, seed %d: %s", what, SEED, answer.body())
                    .isEqualTo(400);
            assertThat(answer.json().path("errors").size()).as(what).isEqualTo(1);
        }
        assertThat(control.call("GET", "/state", null).body())
                .as("%s, seed %d: %s", what, SEED, answer.body())
                .isEqualTo(witness);
    }

    @Test
    @Rule("V4")
    void theWholeDocumentIsLoaded() {
        assertThat(control.call("PUT", "/state", document).status()).isEqualTo(200);
        assertThat(control.call("GET", "/state", null).body()).isEqualTo(document);

        assertThat(control.call("PUT", "/state", witness).status()).isEqualTo(200);
        assertThat(control.call("GET", "/state", null).body()).isEqualTo(witness);
    }

    @Test
    @Rule("V4")
    void aDocumentThatIsCutChangesNothing() {
        byte[] whole = document.getBytes(UTF_8);
        Random random = new Random(SEED);
        for (int i = 0; i < CUTS; i++) {
            int length = i < 20 ? i : i < 40 ? whole.length - i + 19 : random.nextInt(whole.length);
            isLoadedWholeOrNotAtAll(Arrays.copyOf(whole, length), "cut at " + length);
        }
    }

    /** A place in the document, and what can be put there. */
    private record Place(String pointer, JsonNode value, Runnable restore, Consumer<JsonNode> put) {}

    private static void collect(JsonNode node, String pointer, List<Place> places) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
                String name = member.getKey();
                places.add(new Place(
                        pointer + "/" + name,
                        member.getValue(),
                        () -> object.set(name, member.getValue()),
                        value -> object.set(name, value)));
                collect(member.getValue(), pointer + "/" + name, places);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                JsonNode before = array.get(i);
                places.add(new Place(
                        pointer + "/" + i, before, () -> array.set(index, before), value -> array.set(index, value)));
                collect(before, pointer + "/" + i, places);
            }
        }
    }

    private static List<JsonNode> otherTypes(JsonNode value) {
        List<JsonNode> others = new ArrayList<>(List.of(
                NODES.stringNode("x"),
                NODES.numberNode(-1),
                NODES.numberNode(1.5),
                NODES.booleanNode(true),
                NODES.nullNode(),
                NODES.arrayNode().add(NODES.nullNode()),
                NODES.objectNode().put("x", 1)));
        others.removeIf(other -> other.getNodeType() == value.getNodeType());
        return others;
    }

    @Test
    @Rule("V4")
    void aValueOfAnotherTypeIsRefusedWithItsPath() {
        JsonNode tree = Chat.JSON.readTree(document);
        List<Place> places = new ArrayList<>();
        collect(tree, "", places);
        assertThat(places).hasSizeGreaterThan(200);
        Random random = new Random(SEED);
        for (Place place : places) {
            List<JsonNode> others = otherTypes(place.value());
            JsonNode other = others.get(random.nextInt(others.size()));
            place.put().accept(other);
            isLoadedWholeOrNotAtAll(
                    tree.toString().getBytes(UTF_8), place.pointer() + " is " + other + " instead of a value");
            place.restore().run();
        }
    }

    @Test
    @Rule("V4")
    void theFaultIsNamedByItsPath() {
        assertThat(fault("/chats/1/session/contacts/0/timeline/initiatedAt", NODES.numberNode(5)))
                .isEqualTo("chats[1].session.contacts[0].timeline.initiatedAt");
        assertThat(fault("/chats/0/session/participants/0/token", NODES.stringNode("no token")))
                .isEqualTo("chats[0].session.participants[0].token");
        assertThat(fault("/version", NODES.numberNode(2))).isEqualTo("version");
        assertThat(fault("/unknown", NODES.numberNode(2))).isEqualTo("unknown");
    }

    private String fault(String pointer, JsonNode value) {
        JsonNode tree = Chat.JSON.readTree(document);
        int slash = pointer.lastIndexOf('/');
        ((ObjectNode) tree.at(pointer.substring(0, slash))).set(pointer.substring(slash + 1), value);
        return control.call("PUT", "/state", tree.toString())
                .json()
                .at("/errors/0/field")
                .asString();
    }
}
