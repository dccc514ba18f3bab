package org.connectchat.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.connectchat.delivery.Deliveries;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Control;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.Party;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.connectchat.testkit.topic.FlakyProxy;
import org.connectchat.testkit.topic.TopicServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.convert.DurationStyle;
import tools.jackson.databind.JsonNode;

/** An endpoint that is down while chats are under load; {@code -Dstreaming.outage=60s} for a minute. */
class StreamingOutageTest {

    private static final Duration OUTAGE = DurationStyle.detectAndParse(System.getProperty("streaming.outage", "3s"));
    private static final Duration PACE = Duration.ofMillis(50);
    private static final int LIVING = 16;
    private static final int ENDING = 4;
    private static final int SAID_BEFORE_THE_END = 10;
    private static final long MAX_MEMORY = 32L << 20;
    private static final String DOWN = "arn:aws:sns:us-east-1:000000000000:down";
    private static final String HEALTHY = "arn:aws:sns:us-east-1:000000000000:healthy";

    /** What a chat did during the outage. */
    private record Load(Chat chat, String streamingId, List<String> said, long[] nanos, int onTheSocket) {}

    private Emulator emulator;
    private Control control;

    private String stream(Chat chat, String topicArn) {
        return Party.worked(
                        emulator.send("POST", "/contact/start-streaming", """
                {"InstanceId": "an-instance", "ContactId": "%s", "ClientToken": "",
                 "ChatStreamingConfiguration": {"StreamingEndpointArn": "%s"}}""".formatted(chat.contactId(), topicArn)))
                .text("StreamingId");
    }

    private JsonNode streaming(Chat chat) {
        return control.get("/contacts/" + chat.contactId() + "/streamings").at("/streamings/0");
    }

    /** Says something in each pace until the outage is over, and hears all of it on the socket of the customer. */
    private Load underLoad(String topicArn, long until) {
        Chat chat = Chat.start(emulator);
        String streamingId = stream(chat, topicArn);
        List<String> said = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        try (ClientSocket socket = chat.customer().join()) {
            int heard = socket.nextItems(1).size();
            while (System.nanoTime() < until) {
                long before = System.nanoTime();
                String text = "message " + said.size();
                chat.customer().say(text);
                heard += socket.nextItems(1).get(0).path("Content").asString().equals(text) ? 1 : 0;
                nanos.add(System.nanoTime() - before);
                said.add(text);
                Thread.sleep(PACE.toMillis());
            }
            return new Load(
                    chat,
                    streamingId,
                    said,
                    nanos.stream().mapToLong(Long::longValue).toArray(),
                    heard);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends during the outage; returns the ids of what was said. */
    private Load thatEnds() {
        Chat chat = Chat.start(emulator);
        String streamingId = stream(chat, DOWN);
        List<String> ids = IntStream.range(0, SAID_BEFORE_THE_END)
                .mapToObj(say -> chat.customer().say("lost " + say).text("Id"))
                .toList();
        chat.stop();
        return new Load(chat, streamingId, ids, new long[0], 0);
    }

    @Test
    @Rule({"S11", "S12"})
    void duringAnOutageChatsLoseNothingAndAllOfLivingChatsComesAfterwards() throws IOException {
        try (TopicServer server = new TopicServer();
                FlakyProxy proxy = new FlakyProxy(URI.create(server.url()));
                Emulator own = Emulator.own(
                        "emulator.throttling.enabled=false",
                        "emulator.delivery.max-memory=" + MAX_MEMORY + "B",
                        "emulator.delivery.timeout=1s",
                        "emulator.delivery.max-pause=1s",
                        "emulator.delivery.after-end=1s",
                        "emulator.streaming.topics[0].arn=" + DOWN,
                        "emulator.streaming.topics[0].url=" + proxy.url() + "/down",
                        "emulator.streaming.topics[1].arn=" + HEALTHY,
                        "emulator.streaming.topics[1].url=" + server.url() + "/healthy")) {
            emulator = own;
            control = new Control(own);
            proxy.fail(Integer.MAX_VALUE, 200);
            proxy.setDown(true);
            long until = System.nanoTime() + OUTAGE.toNanos();

            List<Load> loads = Simultaneously.call(
                    LIVING + 1 + ENDING,
                    number -> number < LIVING
                            ? underLoad(DOWN, until)
                            : number == LIVING ? underLoad(HEALTHY, until) : thatEnds());

            List<Load> living = loads.subList(0, LIVING);
            Load healthy = loads.get(LIVING);
            List<Load> ended = loads.subList(LIVING + 1, loads.size());
            awaited(healthy, "{\"settled\": true}");
            assertThat(server.taken("/healthy", healthy.chat().contactId()))
                    .as("the topic that is not down")
                    .hasSize(healthy.said().size() + 1);
            ended.forEach(load -> awaited(load, "{\"failed\": " + SAID_BEFORE_THE_END + ", \"settled\": true}"));
            long memory = own.bean(Deliveries.class).memoryTaken();
            assertThat(living).allSatisfy(load -> {
                assertThat(load.onTheSocket()).isEqualTo(load.said().size() + 1);
                assertThat(streaming(load.chat()).path("delivered").asLong()).isZero();
                assertThat(streaming(load.chat()).path("waiting").asLong()).isEqualTo(load.onTheSocket());
            });
            assertThat(memory).isPositive().isLessThan(MAX_MEMORY);
            givenUpIsCountedAndNamed(ended);

            proxy.setDown(false);
            long up = System.nanoTime();

            Awaitility.await()
                    .atMost(Duration.ofMinutes(10))
                    .until(() ->
                            control.get("/streaming-delivery").path("waiting").asInt() == 0);
            long drained = System.nanoTime() - up;
            assertThat(living)
                    .allSatisfy(load -> assertThat(
                                    server.taken("/down", load.chat().contactId()).stream()
                                            .skip(1)
                                            .map(message -> message.item()
                                                    .path("Content")
                                                    .asString()))
                            .containsExactlyElementsOf(load.said()));
            assertThat(own.bean(Deliveries.class).memoryTaken()).isZero();
            print(living, memory, drained, control.get("/streaming-delivery"));
        }
    }

    private JsonNode awaited(Load load, String json) {
        return control.post(
                "/contacts/" + load.chat().contactId() + "/streamings/" + load.streamingId() + "/await", json);
    }

    private void givenUpIsCountedAndNamed(List<Load> ended) {
        JsonNode all = control.get("/streaming-delivery");
        assertThat(all.path("failed").asLong())
                .isEqualTo(ended.stream()
                        .mapToLong(load -> streaming(load.chat()).path("failed").asLong())
                        .sum());
        assertThat(ended)
                .allSatisfy(load -> assertThat(
                                StreamSupport.stream(all.path("failures").spliterator(), false)
                                        .map(failure -> failure.path("itemId").asString()))
                        .containsAll(load.said()));
        assertThat(all.at("/failures/0/reason").asString()).contains("emulator.delivery.after-end");
    }

    private static void print(List<Load> living, long memory, long drained, JsonNode all) {
        long[] nanos = living.stream()
                .flatMapToLong(load -> Arrays.stream(load.nanos()))
                .sorted()
                .toArray();
        System.out.printf(
                "FIGURE outage of %s: %d messages said and heard on sockets, each in %.1f ms (median), %.1f ms (99 %%),"
                        + " %.1f ms (maximum); %d bytes waited at its end; delivered %d within %d ms, given up %d%n",
                OUTAGE,
                nanos.length,
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                memory,
                all.path("delivered").asLong(),
                Duration.ofNanos(drained).toMillis(),
                all.path("failed").asLong());
    }
}
