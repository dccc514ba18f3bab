package org.connectchat.control.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.EventStream;
import org.connectchat.testkit.EventStream.Event;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows what a stream of events carries, and that no reader of one harms the emulator. */
class LiveEventsTest {

    private static final int PUBLISHED = 5_000;
    private static final String END = "{\"disconnectReason\": \"AGENT_DISCONNECT\"}";

    private final Emulator emulator = Emulator.own(
            "server.tomcat.threads.max=4",
            "spring.threads.virtual.enabled=false",
            "emulator.throttling.enabled=false",
            "emulator.flows.samples=greeter");
    private final Control control = new Control(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    private LiveEvents streams() {
        return emulator.bean(LiveEvents.class);
    }

    private static List<String> texts(List<Event> events, String member) {
        return events.stream()
                .map(event -> event.data().path(member).asString(""))
                .toList();
    }

    @Test
    @Rule("E5")
    void aStreamHasEachKindOfEventInTheOrderInWhichItHappens() {
        try (EventStream stream = EventStream.open(emulator, "")) {
            assertThat(stream.status()).isEqualTo(200);
            assertThat(stream.head()).contains("Content-Type: text/event-stream", "Cache-Control: no-store");
            String contactId = emulator.started("""
                    {"InstanceId": "an-instance", "ContactFlowId": "greeter",
                     "ParticipantDetails": {"DisplayName": "Ada"}}""");
            List<Event> started = stream.until("call");
            control.post("/contacts/" + contactId + "/connect", "{}");
            List<Event> connected = stream.until("changed");
            while (!texts(connected, "role").contains("SYSTEM")
                    || !texts(connected, "identifier").contains("Greet")) {
                connected.add(stream.next());
            }
            control.post("/contacts/" + contactId + "/end", END);
            List<Event> ended = stream.until("changed");

            assertThat(started).extracting(Event::type).containsExactly("contact", "call");
            assertThat(started.get(0).data().path("eventType").asString()).isEqualTo("INITIATED");
            assertThat(started.get(1).data().path("operation").asString()).isEqualTo("StartChatContact");
            assertThat(started.get(1).data().path("status").asInt()).isEqualTo(200);
            assertThat(connected).extracting(Event::type).contains("contact", "item", "flow");
            assertThat(texts(connected, "eventType")).contains("CONNECTED_TO_SYSTEM");
            assertThat(texts(connected, "role")).containsSubsequence("CUSTOMER", "SYSTEM");
            assertThat(texts(connected, "resource")).contains("contacts");
            assertThat(texts(ended, "eventType")).containsSubsequence("DISCONNECTED", "COMPLETED");
            List<Event> all = new ArrayList<>(started);
            all.addAll(connected);
            all.addAll(ended);
            assertThat(all).extracting(Event::id).isSorted().startsWith(1L, 2L, 3L);
            assertThat(all).allSatisfy(event -> {
                assertThat(event.data().path("contactId").asString()).isEqualTo(contactId);
                assertThat(event.data().path("initialContactId").asString()).isEqualTo(contactId);
            });
        }
    }

    @Test
    @Rule("E5")
    void aCallWhoseConnectionAFaultResetsHasNoStatus() {
        control.post("/faults", """
                {"operation": "StopContact", "count": 1, "effect": {"type": "RESET"}}""");
        try (EventStream stream = EventStream.open(emulator, "?types=call")) {
            assertThatThrownBy(() -> emulator.stop("an-instance", "a-contact"))
                    .hasRootCauseInstanceOf(IOException.class);

            Event call = stream.next();
            assertThat(call.data().path("operation").asString()).isEqualTo("StopContact");
            assertThat(call.data().has("status")).isFalse();
        }
    }

    @Test
    @Rule("E5")
    void anItemNamesItsAuthorAndHasNoText() {
        Chat chat = Chat.start(emulator);
        try (EventStream stream = EventStream.open(emulator, "?types=item")) {
            control.post("/contacts/" + chat.contactId() + "/agents", "{\"displayName\": \"Grace\"}");

            Event joined = stream.next();

            assertThat(joined.type()).isEqualTo("item");
            assertThat(joined.data().propertyNames())
                    .containsExactlyInAnyOrder(
                            "contactId",
                            "initialContactId",
                            "instanceId",
                            "at",
                            "itemId",
                            "itemType",
                            "contentType",
                            "participantId",
                            "role",
                            "displayName");
            assertThat(joined.data().path("displayName").asString()).isEqualTo("Grace");
        }
    }

    @Test
    @Rule({"E5", "C13"})
    void anyContactIdOfASessionFindsItsEventsAndNoOthers() {
        Chat chat = Chat.start(emulator);
        String agent = "/contacts/" + chat.contactId() + "/agents";
        String first = control.post(agent, "{\"displayName\": \"Grace\"}")
                .path("participantId")
                .asString();
        String next = control.post(agent + "/" + first + "/transfer", "{\"displayName\": \"Joan\"}")
                .path("contactId")
                .asString();
        try (EventStream byFirst = EventStream.open(emulator, "?types=contact,item&contactId=" + chat.contactId());
                EventStream byNext = EventStream.open(emulator, "?types=contact,item&contactId=" + next)) {
            Chat.start(emulator);
            control.post("/contacts/" + next + "/end", END);

            for (EventStream stream : List.of(byFirst, byNext)) {
                Event event = stream.next();
                assertThat(event.data().path("contactId").asString()).isEqualTo(next);
                assertThat(event.data().path("initialContactId").asString()).isEqualTo(chat.contactId());
            }
        }
    }

    @Test
    @Rule("E5")
    void aStreamOfAnInstanceHasItsEventsAndThoseOfNoInstance() {
        try (EventStream stream = EventStream.open(emulator, "?types=contact,changed&instanceId=mine")) {
            emulator.started("""
                    {"InstanceId": "another", "ContactFlowId": "f", "ParticipantDetails": {"DisplayName": "Ada"}}""");
            emulator.started("""
                    {"InstanceId": "mine", "ContactFlowId": "f", "ParticipantDetails": {"DisplayName": "Ada"}}""");
            control.post("/clock/freeze", "{}");

            List<Event> events = stream.until("changed");

            assertThat(texts(events, "instanceId")).containsExactly("mine", "");
            assertThat(texts(events, "resource")).containsExactly("", "clock");
        }
    }

    @ParameterizedTest
    @CsvSource({"?types=calls,types", "?types=,types", "?types=item%2C,types", "?type=item,type"})
    @Rule({"E5", "C10"})
    void aWrongQueryIsNamed(String query, String field) {
        Answer answer = emulator.send("GET", "/_emulator/events" + query, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(streams().open()).isZero();
    }

    @Test
    @Rule("E6")
    void streamsHoldNoThreadAndTheirNumberIsBounded() {
        List<EventStream> streams = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            streams.add(EventStream.open(emulator, ""));
        }
        try (EventStream refused = EventStream.open(emulator, "")) {
            assertThat(refused.status()).isEqualTo(503);
        }
        assertThat(emulator.send("GET", "/actuator/health", null).status()).isEqualTo(200);
        control.post("/clock/freeze", "{}");
        assertThat(streams)
                .allSatisfy(stream -> assertThat(stream.next().type()).isEqualTo("changed"));

        streams.forEach(EventStream::close);
        Awaitility.await().until(() -> streams().open() == 0);
        try (EventStream another = EventStream.open(emulator, "")) {
            assertThat(another.status()).isEqualTo(200);
        }
    }

    @Test
    @Rule("E6")
    void aReaderThatIsTooSlowIsToldThatItHasMissedEvents() {
        try (EventStream slow = EventStream.open(emulator, "?types=contact")) {
            Map<String, Object> large = Map.of("padding", "x".repeat(4_000));
            for (int i = 0; i < PUBLISHED; i++) {
                streams().publish(new LiveEvent(LiveEventType.CONTACT, String.valueOf(i), null, null, large));
            }

            List<Event> events = slow.until("missed");
            Event afterwards = slow.next();

            assertThat(events).hasSizeLessThan(PUBLISHED);
            assertThat(events).extracting(Event::id).isSorted();
            int last = events.size() < 2 ? -1 : number(events.get(events.size() - 2));
            assertThat(last).as("what comes first is complete").isEqualTo(events.size() - 2);
            assertThat(number(afterwards)).isGreaterThan(last + 1);
            while (number(afterwards) < PUBLISHED - 1) {
                afterwards = slow.next();
            }
        }
    }

    private static int number(Event event) {
        return Integer.parseInt(event.data().path("contactId").asString("-1"));
    }

    @Test
    @Rule("E6")
    void aReaderThatGoesAwayEndsNoStreamOfAnother() {
        LiveEvent event = new LiveEvent(LiveEventType.CONTACT, "a-contact", null, null, Map.of());
        for (int round = 0; round < 200; round++) {
            // The container gives the objects of a request that has failed to one that comes now.
            try (EventStream stream = EventStream.open(emulator, "")) {
                streams().publish(event);
                assertThat(stream.next()).as("round " + round).isNotNull();
                List<EventStream> gone = List.of(EventStream.open(emulator, ""), EventStream.open(emulator, ""));
                gone.forEach(EventStream::close);
                streams().publish(event);
                assertThat(stream.next()).as("round " + round).isNotNull();
            }
        }
        Awaitility.await().until(() -> streams().open() == 0);
    }

    @Test
    @Rule("E6")
    void aReaderThatComesBackIsToldThatItMayHaveMissedEvents() {
        try (EventStream stream = EventStream.open(emulator, "", "Last-Event-ID: 17")) {
            assertThat(stream.next().type()).isEqualTo("missed");
        }
    }

    @Test
    @Rule("E6")
    void theStopEndsAllStreams() {
        try (EventStream stream = EventStream.open(emulator, "")) {
            emulator.close();

            assertThat(stream.next()).isNull();
        }
    }
}
