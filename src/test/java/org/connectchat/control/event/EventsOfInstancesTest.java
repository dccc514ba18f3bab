package org.connectchat.control.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Shows that the contact events of one instance are forgotten alone. */
class EventsOfInstancesTest {

    private static final Emulator EMULATOR = Emulator.own("emulator.throttling.enabled=false");
    private static final String FORGET = "DELETE";

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
    }

    @BeforeEach
    void reset() {
        control.post("/reset");
    }

    private void forget(String how) {
        if (how.equals(FORGET)) {
            assertThat(control.call("DELETE", "/contact-events?instanceId=here", null)
                            .status())
                    .isEqualTo(204);
        } else {
            control.post("/reset", "{\"instanceId\": \"here\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {FORGET, "reset"})
    @Rule("C36")
    void theEventsOfOneInstanceGoAndThoseOfOthersAndTheirAwaitsStay(String how) {
        CompletableFuture<JsonNode> here = awaited("here");
        CompletableFuture<JsonNode> there = awaited("there");
        Awaitility.await()
                .until(() -> EMULATOR.bean(EventJournal.class).events().waiting() == 2);
        Chat.startIn(EMULATOR, "here");
        Chat first = Chat.startIn(EMULATOR, "there");

        forget(how);

        assertThat(contacts(control.get("/contact-events"))).containsExactly(first.contactId());
        Chat second = Chat.startIn(EMULATOR, "there");
        Chat third = Chat.startIn(EMULATOR, "here");
        assertThat(contacts(there.join())).containsExactly(first.contactId(), second.contactId());
        assertThat(here).as("has one of two events").isNotDone();
        Chat fourth = Chat.startIn(EMULATOR, "here");
        assertThat(contacts(here.join())).containsExactly(third.contactId(), fourth.contactId());
    }

    private CompletableFuture<JsonNode> awaited(String instanceId) {
        return CompletableFuture.supplyAsync(() -> control.post("/contact-events/await", """
                {"instanceId": "%s", "eventType": "INITIATED", "count": 2, "timeout": "PT20S"}""".formatted(instanceId)));
    }

    private static List<String> contacts(JsonNode page) {
        return page.path("events").findValuesAsString("contactId");
    }
}
