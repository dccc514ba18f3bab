package org.connectchat.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Emulator.Answer;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows that what happens is counted under the documented names, and that no caller can make the metrics grow. */
class MetricsTest {

    @Test
    @Rule("M1")
    void callsAreTimedByOperationAndOutcomeAndRefusalsCounted() {
        try (Emulator emulator = Emulator.own(
                "emulator.throttling.operations.StartChatContact.rate=0.001",
                "emulator.throttling.operations.StartChatContact.burst=4",
                "emulator.quotas.concurrent-active-chats=2")) {
            for (int i = 0; i < 6; i++) {
                emulator.start(Emulator.SMALLEST_START);
            }

            Map<String, Double> metrics = metrics(emulator);
            assertThat(metrics)
                    .containsEntry(
                            "connectchat_calls_seconds_count{operation=\"StartChatContact\",outcome=\"ok\"}", 2.0)
                    .containsEntry(
                            "connectchat_calls_seconds_count{operation=\"StartChatContact\",outcome=\"LimitExceededException\"}",
                            2.0)
                    .containsEntry(
                            "connectchat_calls_seconds_count{operation=\"StartChatContact\",outcome=\"TooManyRequestsException\"}",
                            2.0)
                    .containsEntry(
                            "connectchat_refused_calls_total{operation=\"StartChatContact\",reason=\"quota\"}", 2.0)
                    .containsEntry(
                            "connectchat_refused_calls_total{operation=\"StartChatContact\",reason=\"throttle\"}", 2.0)
                    .containsEntry("connectchat_active_chats{instance_id=\"an-instance\"}", 2.0)
                    .containsEntry("connectchat_active_chats_quota", 2.0);
            assertThat(metrics.get("connectchat_deadlines_waiting")).isPositive();
        }
    }

    /** The log line of such a call has the same word. */
    @Test
    @Rule("M1")
    void aCallWhoseConnectionAFaultResetsHasAnOutcomeToo() {
        try (Emulator emulator = Emulator.own()) {
            emulator.send("POST", "/_emulator/faults", """
                    {"operation": "StopContact", "count": 1, "effect": {"type": "RESET"}}""");

            assertThatThrownBy(() -> emulator.stop("an-instance", "no-contact"))
                    .isInstanceOf(UncheckedIOException.class);

            assertThat(metrics(emulator))
                    .containsEntry("connectchat_calls_seconds_count{operation=\"StopContact\",outcome=\"reset\"}", 1.0);
        }
    }

    @Test
    @Rule("M1")
    void socketsAndTheirFramesAreCounted() {
        try (Emulator emulator = Emulator.own()) {
            Chat chat = Chat.start(emulator);
            try (ClientSocket socket = chat.customer().join()) {
                socket.itemsUpToNow();

                Map<String, Double> metrics = metrics(emulator);
                assertThat(metrics)
                        .containsEntry("connectchat_sockets_open", 1.0)
                        .containsEntry("connectchat_frames_received_total", 3.0);
                assertThat(metrics.get("connectchat_frames_sent_total")).isGreaterThanOrEqualTo(2.0);
            }
        }
    }

    @Test
    @Rule("M1")
    void afterAHundredInstancesOthersAreCountedTogether() {
        try (Emulator emulator = Emulator.own("emulator.throttling.enabled=false")) {
            IntStream.range(0, 105)
                    .forEach(i -> emulator.started(Emulator.SMALLEST_START.replace("an-instance", "i-" + i)));

            Map<String, Double> active = active(emulator);
            assertThat(active).hasSize(101).containsEntry("connectchat_active_chats{instance_id=\"other\"}", 5.0);
            assertThat(active.values().stream().mapToDouble(Double::doubleValue).sum())
                    .isEqualTo(105);
        }
    }

    @Test
    @Rule("M1")
    void whateverIsCalledTheMetricsKeepTheirSize() {
        try (Emulator emulator = Emulator.own("emulator.throttling.enabled=false")) {
            emulator.stop("an-instance", "nobody");
            int before = metrics(emulator).size();
            for (int i = 0; i < 50; i++) {
                emulator.stop("instance-" + i, "nobody-" + i);
                emulator.send("GET", "/path-" + i, null);
                emulator.send("METHOD" + i, "/contact/stop", null);
            }

            assertThat(metrics(emulator)).hasSize(before);
        }
    }

    @Test
    @Rule("M1")
    void nothingElseIsShown() {
        Emulator emulator = Emulator.withDefaults();

        assertThat(metrics(emulator).keySet()).allMatch(name -> name.startsWith("connectchat_"));
        for (String path : List.of("/actuator", "/actuator/metrics", "/actuator/env", "/actuator/prometheus/x")) {
            assertThat(emulator.send("GET", path, null).status()).as(path).isEqualTo(404);
        }
    }

    private static Map<String, Double> active(Emulator emulator) {
        return metrics(emulator).entrySet().stream()
                .filter(metric -> metric.getKey().startsWith("connectchat_active_chats{"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Double> metrics(Emulator emulator) {
        Answer answer = emulator.send("GET", "/actuator/prometheus", null);
        assertThat(answer.status()).isEqualTo(200);
        Map<String, Double> metrics = new TreeMap<>();
        answer.body().lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            metrics.put(line.substring(0, space), Double.valueOf(line.substring(space + 1)));
        });
        return metrics;
    }
}
