package org.connectchat.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.connectchat.testkit.Chat;
import org.connectchat.testkit.ClientSocket;
import org.connectchat.testkit.Emulator;
import org.connectchat.testkit.RawSocket;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that pings are answered, and that sockets that ping and read nothing hold up no other caller. The number of such
 * sockets is that of {@code -Dpingers}, of which 1,000 are to do no harm.
 */
class PingFloodTest {

    private static final Logger LOG = LoggerFactory.getLogger(PingFloodTest.class);
    private static final Emulator EMULATOR = Emulator.unthrottled();
    /** More than Java 17 has threads for requests. */
    private static final int PINGERS = Integer.getInteger("pingers", 210);
    /** The pongs of 40,000 fill all buffers between the emulator and a client, and keep two cores busy for half a minute. */
    private static final int PINGS = Integer.getInteger("pings", 15_000);
    /** Far less than a thread would wait for a peer that does not read, and far more than a busy machine needs. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Test
    @Rule("W5")
    void eachPingIsAnsweredWithItsPayload() throws Exception {
        try (RawSocket socket = RawSocket.dial(Chat.start(EMULATOR).customer().socketUrl())) {
            for (String payload : List.of("", "a", "x".repeat(125), "\u65e5\u672c")) {
                byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);

                assertThat(socket.sendPings(1, bytes).readPong()).isEqualTo(bytes);
            }
        }
    }

    @Test
    @Rule("W19")
    void atLeastTheLastOfManyPingsIsAnswered() throws Exception {
        try (RawSocket socket = RawSocket.dial(Chat.start(EMULATOR).customer().socketUrl())) {
            socket.sendPings(50_000, new byte[125]).sendPings(1, new byte[] {7});

            byte[] pong = socket.readPong();
            int pongs = 1;
            while (pong.length != 1) {
                pong = socket.readPong();
                pongs++;
            }

            assertThat(pong).containsExactly(7);
            assertThat(pongs).isLessThanOrEqualTo(50_001);
        }
    }

    @Test
    @Rule("W19")
    void socketsThatPingAndReadNothingHoldUpNoCaller() throws Exception {
        Chat chat = Chat.start(EMULATOR);
        ClientSocket bystander = chat.customer().join();
        List<RawSocket> pingers = new ArrayList<>();
        for (int i = 0; i < PINGERS; i++) {
            pingers.add(RawSocket.dial(Chat.start(EMULATOR).customer().socketUrl()));
        }
        ExecutorService senders = Executors.newFixedThreadPool(PINGERS);
        try {
            // Each has a thread of its own, which waits where the server does not read.
            CompletableFuture<?>[] sent = pingers.stream()
                    .map(pinger -> CompletableFuture.runAsync(() -> pinger.sendPings(PINGS, new byte[125]), senders))
                    .toArray(CompletableFuture<?>[]::new);
            probe("while they ping", chat, bystander);
            await().atMost(Duration.ofMinutes(2)).until(() -> Stream.of(sent).allMatch(CompletableFuture::isDone));
            probe("when they have pinged", chat, bystander);

            pingers.forEach(RawSocket::sendClose);
            probe("when they close and still read nothing", chat, bystander);
        } finally {
            pingers.forEach(RawSocket::close);
            bystander.close();
            senders.shutdownNow();
        }
    }

    private static void probe(String when, Chat chat, ClientSocket bystander) {
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            waits.add(timed(() -> EMULATOR.send("GET", "/actuator/health", null)));
            waits.add(timed(() -> {
                String id = chat.customer().say("hello").text("Id");
                assertThat(bystander.nextItem("text/plain").path("Id").asString())
                        .isEqualTo(id);
            }));
        }
        Collections.sort(waits);
        Duration longest = waits.get(waits.size() - 1);
        LOG.info(
                "{} sockets that ping and read nothing, {}: others waited {} ms at the median, {} ms at most",
                PINGERS,
                when,
                waits.get(waits.size() / 2).toMillis(),
                longest.toMillis());
        assertThat(longest).as(when).isLessThan(LONGEST);
    }

    private static Duration timed(Runnable call) {
        long start = System.nanoTime();
        call.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
