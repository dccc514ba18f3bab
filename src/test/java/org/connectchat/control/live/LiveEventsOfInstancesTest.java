package org.connectchat.control.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.EventStream;
import org.connectchat.testkit.EventStream.Event;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shows that a stream of one instance has nothing about another. */
class LiveEventsOfInstancesTest {

    private static final String RESET = "\"effect\": {\"type\": \"RESET\"}}";

    private final Emulator emulator =
            Emulator.own("emulator.throttling.enabled=false", "emulator.flows.samples=greeter");
    private final Control control = new Control(emulator);

    @AfterEach
    void stop() {
        emulator.close();
    }

    private static List<String> texts(List<Event> events, String member) {
        return events.stream()
                .map(event -> event.data().path(member).asString(""))
                .toList();
    }

    private String id(String path, String json) {
        return control.post(path, json).path("id").asString();
    }

    @Test
    @Rule({"E5", "C38"})
    void aControlCallThatConcernsAnInstanceIsToldToItsStreamsAlone() {
        Chat chat = Chat.startIn(emulator, "here");
        try (EventStream here = EventStream.open(emulator, "?types=changed&instanceId=here");
                EventStream there = EventStream.open(emulator, "?types=changed&instanceId=there")) {
            String fault = id("/faults", "{\"instanceId\": \"here\", " + RESET);
            control.call("DELETE", "/faults/" + fault, null);
            id("/faults", "{\"operation\": \"TagContact\", \"contactId\": \"" + chat.contactId() + "\", " + RESET);
            control.call("DELETE", "/faults?instanceId=here", null);
            String stub = id("/flows/stubs", "{\"instanceId\": \"here\", \"type\": \"Wait\", \"success\": true}");
            control.call("DELETE", "/flows/stubs/" + stub, null);
            control.call("DELETE", "/flows/stubs?instanceId=here", null);
            control.call("DELETE", "/calls?instanceId=here", null);
            control.call("DELETE", "/contact-events?instanceId=here", null);
            control.post("/contacts/" + chat.contactId() + "/connect");
            control.post("/reset", "{\"instanceId\": \"here\"}");
            control.post("/clock/freeze", "{}");

            List<Event> all = here.until("changed");
            while (!texts(all, "resource").contains("clock")) {
                all.addAll(here.until("changed"));
            }
            assertThat(texts(all, "resource"))
                    .containsExactly(
                            "faults",
                            "faults",
                            "faults",
                            "faults",
                            "flows",
                            "flows",
                            "flows",
                            "calls",
                            "contact-events",
                            "contacts",
                            "reset",
                            "clock");
            assertThat(texts(all.subList(0, 11), "instanceId")).containsOnly("here");
            assertThat(texts(there.until("changed"), "resource")).containsExactly("clock");
        }
    }

    @Test
    @Rule({"E5", "C38"})
    void whatHappensInAnInstanceIsToldToItsStreamsAlone() {
        try (EventStream here = EventStream.open(emulator, "?instanceId=here");
                EventStream there = EventStream.open(emulator, "?instanceId=there")) {
            Chat chat = Chat.start(
                    emulator,
                    Emulator.SMALLEST_START.replace("an-instance", "here").replace("a-flow", "greeter"));
            chat.customer().say("Hello");
            chat.stop();
            emulator.describe("here", chat.contactId());
            emulator.describe("here", "unknown");
            control.post("/clock/freeze", "{}");

            List<Event> events = here.until("changed");
            List<Event> ofHere = events.subList(0, events.size() - 1);

            assertThat(texts(ofHere, "instanceId")).containsOnly("here");
            assertThat(types(ofHere)).contains("contact", "item", "call");
            assertThat(there.until("changed")).hasSize(1);
        }
    }

    private static Set<String> types(List<Event> events) {
        return events.stream().map(Event::type).collect(Collectors.toSet());
    }
}
