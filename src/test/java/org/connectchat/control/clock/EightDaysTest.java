package org.connectchat.control.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/**
 * Shows that a long step of the clock ends thousands of chats as if the time had really passed; {@code -Dending.chats=10000} ends
 * that many.
 */
@ExtendWith(OutputCaptureExtension.class)
@SameOnEveryJdk
class EightDaysTest {

    private static final int CHATS = Integer.getInteger("ending.chats", 2_000);
    private static final int SHORTEST_MINUTES = 60;
    private static final int LONGEST_MINUTES = 10_080;
    private static final String ENDED = " ended by its deadline: ";

    private record Ending(Instant at, String reason) {}

    @Test
    @Rule({"B4", "B5", "C4"})
    void everyChatEndsAtItsMomentForItsReasonAndInOrder(CapturedOutput output) {
        try (Emulator emulator = Emulator.own(
                "emulator.throttling.enabled=false",
                "emulator.quotas.concurrent-active-chats=" + CHATS,
                "emulator.chat.retention=30d",
                "logging.level.org.connectchat.calls=warn")) {
            Control control = new Control(emulator);
            control.post("/clock/freeze");
            Instant now =
                    Instant.parse(control.get("/clock").path("now").asString()).truncatedTo(ChronoUnit.MILLIS);
            Map<String, Ending> expected = new HashMap<>();
            for (int i = 0; i < CHATS; i++) {
                int minutes = SHORTEST_MINUTES + (i * 6_151) % (LONGEST_MINUTES - SHORTEST_MINUTES + 1);
                String id = emulator.started("""
                        {"InstanceId": "an-instance", "ContactFlowId": "a-flow", "ChatDurationInMinutes": %d,
                         "ParticipantDetails": {"DisplayName": "Ada"}}""".formatted(minutes));
                boolean connects = i % 2 == 0;
                if (connects) {
                    control.post("/contacts/" + id + "/connect");
                }
                expected.put(
                        id,
                        connects
                                ? new Ending(now.plus(Duration.ofMinutes(minutes)), "EXPIRED")
                                : new Ending(now.plus(Duration.ofMinutes(5)), "CUSTOMER_CONNECTION_NOT_ESTABLISHED"));
            }
            control.advance("P8D");

            Map<String, Ending> actual = endings(control);
            assertThat(actual).hasSize(CHATS);
            assertThat(actual.entrySet().stream()
                            .filter(ending -> !ending.getValue().equals(expected.get(ending.getKey())))
                            .limit(3))
                    .isEmpty();
            List<Instant> inOrder = output.getOut()
                    .lines()
                    .filter(line -> line.contains(ENDED))
                    .map(line -> line.substring(line.indexOf("contact=") + 8, line.indexOf(ENDED)))
                    .filter(expected::containsKey)
                    .map(id -> expected.get(id).at())
                    .toList();
            assertThat(inOrder.size()).isEqualTo(CHATS);
            assertThat(IntStream.range(1, CHATS)
                            .filter(i -> inOrder.get(i).isBefore(inOrder.get(i - 1)))
                            .limit(3))
                    .isEmpty();
        }
    }

    private static Map<String, Ending> endings(Control control) {
        Map<String, Ending> endings = new HashMap<>();
        List<JsonNode> pages = new ArrayList<>();
        String query = "/contacts?state=ENDED&limit=1000";
        pages.add(control.get(query));
        while (pages.get(pages.size() - 1).has("nextToken")) {
            String token = pages.get(pages.size() - 1).path("nextToken").asString();
            pages.add(control.get(query + "&nextToken=" + token));
        }
        pages.forEach(page -> page.path("contacts")
                .forEach(contact -> endings.put(
                        contact.path("contactId").asString(),
                        new Ending(
                                Instant.parse(contact.path("disconnectedAt").asString()),
                                contact.path("disconnectReason").asString()))));
        return endings;
    }
}
