package org.connectchat.flow.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;

/**
 * Shows that thousands of flows that wait go on each at its moment when the clock is moved by two days;
 * {@code -Dwaiting.chats=10000} lets that many wait.
 */
@SameOnEveryJdk
class TwoDaysTest {

    private static final int CHATS = Integer.getInteger("waiting.chats", 2_000);
    private static final int TWO_DAYS = 172_800;

    @Rule({"F35", "F80"})
    @Test
    void everyFlowGoesOnAtItsMomentAndInOrder() {
        try (Emulator emulator = Emulator.own(
                "emulator.throttling.enabled=false",
                "emulator.quotas.concurrent-active-chats=" + CHATS,
                "emulator.chat.retention=30d",
                "logging.level.org.connectchat.calls=warn")) {
            Centre centre = new Centre(emulator);
            centre.control().post("/clock/freeze");
            Instant now = Instant.parse(
                            centre.control().get("/clock").path("now").asString())
                    .truncatedTo(ChronoUnit.MILLIS);
            String flowId = centre.flow(new FlowScript()
                    .says("See you in two days")
                    .waits("$.Attributes.seconds")
                    .says("Here we are")
                    .disconnects());
            Queue<Contact> ended = new ConcurrentLinkedQueue<>();
            emulator.bean(ChatEndings.class).whenEnded(state -> ended.add(state.contact()));
            Map<String, Instant> expected = new HashMap<>();
            for (int i = 0; i < CHATS; i++) {
                int seconds = TWO_DAYS - (i * 6_151) % (TWO_DAYS / 2);
                String id = centre.start(flowId, """
                        , "ChatDurationInMinutes": 10080, "Attributes": {"seconds": "%d"}""".formatted(seconds)).contactId();
                centre.control().post("/contacts/" + id + "/connect");
                expected.put(id, now.plus(Duration.ofSeconds(seconds)));
            }

            long waiting = liveHeap();
            long begun = System.nanoTime();
            centre.control().advance("PT" + TWO_DAYS + "S");

            System.out.printf(
                    "FIGURE %d chats went on in a call of %d ms; the live heap had been %d MB%n",
                    CHATS, Duration.ofNanos(System.nanoTime() - begun).toMillis(), waiting >> 20);
            assertThat(ended).hasSize(CHATS);
            assertThat(List.copyOf(ended))
                    .allMatch(contact ->
                            contact.timeline().disconnectReason() == DisconnectReason.CONTACT_FLOW_DISCONNECT)
                    .allMatch(contact -> contact.endedAt().equals(expected.get(contact.id())))
                    .isSortedAccordingTo((one, other) -> one.endedAt().compareTo(other.endedAt()));
        }
    }

    private static long liveHeap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
