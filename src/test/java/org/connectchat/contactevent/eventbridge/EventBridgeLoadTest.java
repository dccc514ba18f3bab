package org.connectchat.contactevent.eventbridge;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.connectchat.delivery.Deliveries;
import org.connectchat.testkit.Boto3;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.connectchat.testkit.Simultaneously;
import org.connectchat.testkit.topic.FlakyProxy;
import org.connectchat.testkit.topic.Moto;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;

/**
 * Contact events of many chats to an EventBridge that fails, hangs and is down; {@code -Devents.count=10000} sends that many,
 * {@code -Devents.outage=60s} for a minute, {@code -Devents.to.moto=10000} that many to moto.
 */
@SameOnEveryJdk
class EventBridgeLoadTest {

    private static final int EVENTS = Integer.getInteger("events.count", 300);
    private static final Duration OUTAGE = DurationStyle.detectAndParse(System.getProperty("events.outage", "1s"));
    private static final int THREADS = 20;
    private static final List<String> TYPES = List.of("INITIATED", "DISCONNECTED", "COMPLETED");
    private static final int A_CHAT_OF_EACH_THREAD = THREADS * TYPES.size();
    private static final int ALL = (EVENTS + A_CHAT_OF_EACH_THREAD - 1) / A_CHAT_OF_EACH_THREAD * A_CHAT_OF_EACH_THREAD;

    /** Moto takes a tenth of a second for each event, or more. */
    private static final int ALL_TO_MOTO =
            Integer.getInteger("events.to.moto", A_CHAT_OF_EACH_THREAD) / A_CHAT_OF_EACH_THREAD * A_CHAT_OF_EACH_THREAD;

    private static Emulator emulator(String endpoint, String timeout) {
        return Emulator.own(
                "emulator.throttling.enabled=false",
                "emulator.quotas.concurrent-active-chats=100000",
                "emulator.eventbridge.endpoint=" + endpoint,
                "emulator.delivery.timeout=" + timeout,
                "emulator.delivery.max-pause=500ms",
                "emulator.delivery.after-end=1h", // nothing is given up
                "AWS_ACCESS_KEY_ID=" + CheckingEventBridge.KEY,
                "AWS_SECRET_ACCESS_KEY=" + CheckingEventBridge.SECRET);
    }

    private static void startAndStopChats(Emulator emulator, int events) {
        Simultaneously.call(THREADS, number -> {
            IntStream.range(0, events / A_CHAT_OF_EACH_THREAD)
                    .forEach(chat -> Chat.start(emulator).stop());
            return number;
        });
    }

    private static JsonNode delivered(Control control) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> control.get("/contact-events/delivery"),
                        state -> state.path("delivered").asInt()
                                        + state.path("failed").asInt()
                                >= ALL);
    }

    private static Map<String, List<String>> types(List<JsonNode> details) {
        return details.stream()
                .collect(groupingBy(
                        detail -> detail.path("contactId").asString(),
                        mapping(detail -> detail.path("eventType").asString(), toList())));
    }

    @Test
    @Rule({"E1", "E2", "E3"})
    void everyEventIsTakenOnceAndInOrderByAServerThatFailsHangsAndIsDown() throws InterruptedException {
        try (CheckingEventBridge server = new CheckingEventBridge(3, Math.max(101, EVENTS / 10));
                Emulator emulator = emulator(server.url(), EVENTS > 1000 ? "10s" : "2s")) {
            Control control = new Control(emulator);
            server.setDown(true);
            long begun = System.nanoTime();
            startAndStopChats(emulator, ALL);
            long sent = System.nanoTime();
            Thread.sleep(Math.max(
                    0, OUTAGE.toMillis() - Duration.ofNanos(sent - begun).toMillis()));
            JsonNode before = control.get("/contact-events/delivery");
            long memory = emulator.bean(Deliveries.class).memoryTaken();
            int lanes = emulator.bean(EventDelivery.class).lanes();
            server.setDown(false);
            long up = System.nanoTime();

            JsonNode state = delivered(control);

            System.out.printf(
                    "FIGURE %d events of %d chats: chats started and stopped in %d ms; %d lanes and %d bytes waited; all taken"
                            + " %d ms after the outage, %d calls%n",
                    ALL,
                    lanes,
                    Duration.ofNanos(sent - begun).toMillis(),
                    lanes,
                    memory,
                    Duration.ofNanos(System.nanoTime() - up).toMillis(),
                    server.calls());
            assertThat(before.path("waiting").asInt()).isEqualTo(ALL);
            assertThat(before.path("problem").asString()).contains("503");
            assertThat(state.path("failed").asInt()).isZero();
            assertThat(server.wrong()).isEmpty();
            assertThat(types(server.taken()))
                    .hasSize(ALL / TYPES.size())
                    .allSatisfy((contact, types) -> assertThat(types).isEqualTo(TYPES));
            Awaitility.await().until(() -> emulator.bean(EventDelivery.class).lanes() == 0);
            assertThat(emulator.bean(Deliveries.class).memoryTaken()).isZero();
        }
    }

    private static final String RULE = """
            aws = dict(endpoint_url="%s", aws_access_key_id="any", aws_secret_access_key="thing")
            sqs = boto3.client("sqs", **aws)
            queue = sqs.create_queue(QueueName="load")["QueueUrl"]
            arn = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
            events = boto3.client("events", **aws)
            events.put_rule(Name="all", EventPattern=json.dumps({"source": ["aws.connect"]}))
            events.put_targets(Rule="all", Targets=[{"Id": "1", "Arn": arn}])
            print(json.dumps({"queue": queue}))
            """;

    @Test
    @Rule({"E1", "E3"})
    void everyEventComesOnceAndInOrderToTheTargetOfARuleOfMoto() throws Exception {
        try (Moto moto = Moto.start();
                FlakyProxy proxy = new FlakyProxy(moto.endpoint());
                Emulator emulator = emulator(proxy.url(), "60s")) {
            proxy.fail(
                    3,
                    ALL_TO_MOTO > 1000
                            ? ALL_TO_MOTO / 10
                            : Integer.MAX_VALUE); // moto is slow, and so is the time limit
            String queue = Boto3.at(emulator.endpoint())
                    .run(RULE.formatted(moto.endpoint()))
                    .path("queue")
                    .asString();
            long begun = System.nanoTime();
            startAndStopChats(emulator, ALL_TO_MOTO);

            List<JsonNode> details = new ArrayList<>();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(60))
                    .pollInterval(Duration.ofMillis(ALL_TO_MOTO > 1000 ? 2000 : 50))
                    .until(() -> {
                        List<JsonNode> events;
                        do {
                            events = moto.receive(queue);
                            events.forEach(event -> details.add(event.path("detail")));
                        } while (events.size() == 10);
                        return details.size() >= ALL_TO_MOTO;
                    });

            System.out.printf(
                    "FIGURE %d events to moto: all received after %d s, %d calls%n",
                    ALL_TO_MOTO, Duration.ofNanos(System.nanoTime() - begun).toSeconds(), proxy.calls());
            assertThat(types(details))
                    .hasSize(ALL_TO_MOTO / TYPES.size())
                    .allSatisfy((contact, types) -> assertThat(types).isEqualTo(TYPES));
        }
    }
}
