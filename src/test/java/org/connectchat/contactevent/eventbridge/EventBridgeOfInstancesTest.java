package org.connectchat.contactevent.eventbridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shows that sent events are counted for each instance, and that a reset of one drops nothing of another. */
class EventBridgeOfInstancesTest {

    private static final PutEventsServer SERVER = new PutEventsServer();
    private static final Emulator EMULATOR = Emulator.own(
            "emulator.throttling.enabled=false",
            "emulator.eventbridge.endpoint=" + SERVER.url(),
            "emulator.delivery.max-pause=50ms");

    private final Control control = new Control(EMULATOR);

    @AfterAll
    static void stop() {
        EMULATOR.close();
        SERVER.close();
    }

    private void awaitCounts(String instanceId, String json) {
        control.post("/contact-events/delivery/await?instanceId=" + instanceId, json);
    }

    private String counts(String query) {
        JsonNode view = control.get("/contact-events/delivery" + query);
        return view.path("delivered").asString() + " delivered, "
                + view.path("waiting").asString() + " waiting, "
                + view.path("failed").asString() + " failed";
    }

    @Test
    @Rule({"C37", "E1"})
    void aResetOfAnInstanceCountsItsEventsAnewAndDropsThoseThatWait() {
        Chat.startIn(EMULATOR, "here").stop();
        Chat there = Chat.startIn(EMULATOR, "there");
        awaitCounts("here", "{\"delivered\": 3}");
        awaitCounts("there", "{\"delivered\": 1}");
        SERVER.fail(put -> true);
        Chat.startIn(EMULATOR, "here");
        there.stop();
        assertThat(counts("?instanceId=here")).isEqualTo("3 delivered, 1 waiting, 0 failed");
        assertThat(counts("?instanceId=there")).isEqualTo("1 delivered, 2 waiting, 0 failed");

        control.post("/reset", "{\"instanceId\": \"here\"}");

        assertThat(counts("?instanceId=here")).isEqualTo("0 delivered, 0 waiting, 0 failed");
        assertThat(counts("?instanceId=there")).isEqualTo("1 delivered, 2 waiting, 0 failed");
        SERVER.fail(put -> false);
        awaitCounts("there", "{\"delivered\": 3, \"settled\": true}");
        assertThat(counts("")).isEqualTo("6 delivered, 0 waiting, 1 failed");
        Chat.startIn(EMULATOR, "here");
        awaitCounts("here", "{\"delivered\": 1, \"settled\": true}");
        assertThat(counts("?instanceId=here")).isEqualTo("1 delivered, 0 waiting, 0 failed");
    }
}
