package org.connectchat.control.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.control.web.ControlApiTest.problem;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.JsonText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Shows the contact events of chats, as a test lists and awaits them. */
class ContactEventJournalTest {

    private static final String ARN = "arn:aws:connect:us-east-1:000000000000:instance/an-instance";

    private final Emulator emulator = Emulator.unthrottled();
    private final Control control = new Control(emulator);
    private final Chat chat = Chat.start(emulator);

    private List<JsonNode> events() {
        return List.copyOf(control.get("/contact-events?initialContactId=" + chat.contactId())
                .path("events")
                .values());
    }

    private List<String> types() {
        return events().stream()
                .map(event -> event.at("/detail/eventType").asString())
                .toList();
    }

    @Test
    @Rule("E2")
    void theEnvelopeIsThatOfEventBridge() {
        JsonNode event = events().get(0);

        assertThat(event.propertyNames())
                .containsExactlyInAnyOrder(
                        "number", "source", "detail-type", "account", "region", "time", "resources", "detail");
        assertThat(event.path("source").asString()).isEqualTo("aws.connect");
        assertThat(event.path("detail-type").asString()).isEqualTo("Amazon Connect Contact Event");
        assertThat(event.path("account").asString()).isEqualTo("000000000000");
        assertThat(event.path("region").asString()).isEqualTo("us-east-1");
        assertThat(event.path("resources"))
                .isEqualTo(JsonText.of("[\"%s\", \"%s/contact/%s\"]".formatted(ARN, ARN, chat.contactId())));
    }

    @Test
    @Rule("E4")
    void theDetailOfANewChatHasNothingThatIsNotSoYet() {
        JsonNode detail = events().get(0).path("detail");

        assertThat(detail.propertyNames())
                .containsExactlyInAnyOrder(
                        "eventType",
                        "contactId",
                        "initialContactId",
                        "channel",
                        "instanceArn",
                        "initiationMethod",
                        "initiationTimestamp",
                        "tags",
                        "segmentAttributes");
        assertThat(detail.path("initiationTimestamp").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(detail.path("segmentAttributes"))
                .isEqualTo(JsonText.of("{\"connect:Subtype\": {\"valueString\": \"connect:Chat\"}}"));
        assertThat(detail.path("tags")).isEqualTo(JsonText.of("{\"aws:connect:instanceId\": \"an-instance\"}"));
    }

    @Test
    @Rule({"E3", "E4"})
    void aChatWithAnAgentIsToldFromItsStartToItsEnd() {
        try (ClientSocket socket = chat.customer().join()) {
            socket.nextEvent("participant.joined");
            control.join(chat.contactId(), "Bob").say("Hello");
            emulator.send("POST", "/contact/attributes", """
                    {"InstanceId": "an-instance", "InitialContactId": "%s", "Attributes": {"language": "en"}}""".formatted(chat.contactId()));
            chat.stop();
        }

        assertThat(types())
                .containsExactly(
                        "INITIATED",
                        "CONNECTED_TO_SYSTEM",
                        "CONNECTED_TO_AGENT",
                        "CONTACT_DATA_UPDATED",
                        "DISCONNECTED",
                        "COMPLETED");
        assertThat(events().get(2).at("/detail/agentInfo/agentArn").asString()).isEqualTo(ARN + "/agent/Bob-id");
        assertThat(events().get(3).at("/detail/updatedProperties"))
                .isEqualTo(JsonText.of("[\"UserDefinedAttributes\"]"));
        JsonNode end = events().get(4).path("detail");
        assertThat(end.path("disconnectTimestamp").asString()).isNotEmpty();
        assertThat(end.at("/chatMetrics/chatContactMetrics/totalMessages").asInt())
                .isEqualTo(1);
        assertThat(end.at("/chatMetrics/agentMetrics/messagesSent").asInt()).isEqualTo(1);
        assertThat(events().get(4).toString().replace("DISCONNECTED", "COMPLETED"))
                .contains(events().get(5).path("detail").toString());
    }

    @Test
    @Rule("E3")
    void aTransferIsAnotherContact() {
        Control.Agent bob = control.join(chat.contactId(), "Bob");

        String next = bob.transferTo("Eve").contactId();

        JsonNode initiated = control.get("/contact-events?eventType=INITIATED&contactId=" + next)
                .at("/events/0/detail");
        assertThat(initiated.path("previousContactId").asString()).isEqualTo(chat.contactId());
        assertThat(initiated.path("initialContactId").asString()).isEqualTo(chat.contactId());
        assertThat(initiated.path("initiationMethod").asString()).isEqualTo("TRANSFER");
        assertThat(types())
                .containsExactly(
                        "INITIATED",
                        "CONNECTED_TO_AGENT",
                        "DISCONNECTED",
                        "COMPLETED",
                        "INITIATED",
                        "CONNECTED_TO_AGENT");
    }

    @Test
    @Rule({"E3", "E4"})
    void aContactInAQueueNamesIt() {
        Emulator desk = Emulator.with("emulator.throttling.enabled=false", "emulator.flows.samples=support-desk");
        Chat waiting = Chat.start(desk, Emulator.SMALLEST_START.replace("a-flow", "support-desk"));
        try (ClientSocket socket = waiting.customer().join()) {
            socket.nextItem("application/vnd.amazonaws.connect.message.interactive");
            waiting.customer().say("Returns");

            JsonNode queued = new Control(desk)
                    .post("/contact-events/await", """
                            {"eventType": "QUEUED", "contactId": "%s"}""".formatted(waiting.contactId()))
                    .at("/events/0/detail/queueInfo");

            assertThat(queued.propertyNames()).containsExactlyInAnyOrder("queueArn", "queueType", "enqueueTimestamp");
            assertThat(queued.path("queueType").asString()).isEqualTo("STANDARD");
            assertThat(queued.path("queueArn").asString()).contains("instance/an-instance/queue/");
        }
        waiting.stop();
    }

    @Test
    @Rule("E1")
    void anAwaitEndsWithTheEvent() {
        CompletableFuture<JsonNode> end = CompletableFuture.supplyAsync(
                () -> control.post("/contact-events/await", """
                        {"eventType": "COMPLETED", "initialContactId": "%s"}""".formatted(chat.contactId())));

        chat.stop();

        assertThat(end.join().at("/events/0/detail/contactId").asString()).isEqualTo(chat.contactId());
        problem(
                control.call("POST", "/contact-events/await", """
                {"contactId": "%s", "count": 9, "timeout": "PT0.01S"}""".formatted(chat.contactId())),
                408,
                "Only 3 of 9 matching events");
    }

    @Test
    @Rule("E1")
    void eventsAreCountedAndPaged() {
        chat.stop();
        String of = "?initialContactId=" + chat.contactId();

        JsonNode page = control.get("/contact-events" + of + "&limit=2");

        assertThat(control.get("/contact-events/count" + of).path("count").asInt())
                .isEqualTo(3);
        assertThat(page.path("events").size()).isEqualTo(2);
        assertThat(control.get("/contact-events" + of + "&since="
                                + page.path("next").asString())
                        .path("events")
                        .size())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "eventType=RINGING, eventType",
        "since=yesterday, since",
        "limit=0, limit",
        "type=INITIATED, type",
    })
    @Rule("E1")
    void aWrongQueryIsAProblem(String query, String named) {
        problem(control.call("GET", "/contact-events?" + query, null), 400, named);
    }

    @Test
    @Rule({"E1", "E3"})
    void theEventsOfAHundredChatsAtOnceComeInOrder() {
        List<Chat> chats = IntStream.range(0, 100)
                .parallel()
                .mapToObj(i -> {
                    Chat each = Chat.start(emulator);
                    each.stop();
                    return each;
                })
                .toList();

        Set<String> orders = new TreeSet<>();
        for (Chat each : chats) {
            orders.add(control.get("/contact-events?contactId=" + each.contactId()).path("events").values().stream()
                    .map(event -> event.at("/detail/eventType").asString())
                    .toList()
                    .toString());
        }
        assertThat(orders).containsExactly("[INITIATED, DISCONNECTED, COMPLETED]");
    }

    @Test
    @Rule({"E1", "C2"})
    void aResetAndADeleteForgetAllEvents() {
        try (Emulator own = Emulator.own("emulator.contact-events.max-kept=2")) {
            Control controls = new Control(own);
            Chat.start(own).stop();
            assertThat(controls.get("/contact-events/count").path("count").asInt())
                    .isEqualTo(2);

            controls.call("DELETE", "/contact-events", null);
            Chat.start(own);
            assertThat(controls.get("/contact-events").at("/events/0/number").asInt())
                    .isEqualTo(4);
            controls.post("/reset");

            assertThat(controls.get("/contact-events").path("events").isEmpty()).isTrue();
        }
    }
}
