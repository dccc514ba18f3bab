package org.connectchat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** 10,000 subscribed sockets in a heap of 512 MB, and messages to each. */
final class SocketsRow implements Row {

    private static final int SOCKETS = Integer.getInteger("sockets", 10_000);
    private static final int MOST_SECONDS = 60;

    /** The first message to each meets code of the server that is not compiled yet. */
    private static final int ROUNDS = Integer.getInteger("rounds", 3);

    @Override
    public String measure(Setup setup) throws Exception {
        AtomicLong frames = new AtomicLong();
        try (Server server = Server.emulator(setup, "-Xmx512m")) {
            List<SendRow.Chat> chats = open(server, frames);
            long live = Heap.use(server).bytes();
            StringBuilder table = new StringBuilder("""
                    | message | sockets | live heap before | a message arrives within: p50 | p99 | all | the last one of all, from the first call on | lost |
                    |---|---|---|---|---|---|---|---|---|
                    """);
            for (int round = 1; round <= ROUNDS; round++) {
                table.append("| %d | %,d | %d MiB | %s".formatted(round, chats.size(), live >> 20, send(server, chats, frames)));
            }
            return table.toString();
        }
    }

    /** Sends a message to each socket, and waits until all have arrived. */
    private static String send(Server server, List<SendRow.Chat> chats, AtomicLong frames) throws Exception {
        frames.set(0);
        long[] sent = new long[chats.size()];
        long began = System.nanoTime();
        Load.Result result = Load.run(server, chats.size(), number -> {
            sent[number] = System.nanoTime();
            return chats.get(number).message();
        });
        long expected = result.latencies().sorted().length;
        while (frames.get() < expected && System.nanoTime() - began < MOST_SECONDS * 1_000_000_000L) {
            Thread.sleep(1);
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        long[] ways = new long[(int) expected];
        for (int i = 0; i < ways.length; i++) {
            ways[i] = Math.max(0, chats.get(i).counter().latest() - sent[i]);
        }
        Latencies arrivals = Latencies.of(ways);
        return "%.1f ms | %.0f ms | %.0f ms | %.2f s | %d |%n"
                .formatted(
                        arrivals.millis(0.5),
                        arrivals.millis(0.99),
                        arrivals.millis(1),
                        seconds,
                        Math.max(0, expected - frames.get()));
    }

    /** Opens all sockets, on several threads, because each waits for four responses. */
    private static List<SendRow.Chat> open(Server server, AtomicLong frames) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(Load.CONNECTIONS);
        try {
            List<Callable<List<SendRow.Chat>>> parts = new ArrayList<>();
            for (int i = 0; i < Load.CONNECTIONS; i++) {
                int count = SOCKETS / Load.CONNECTIONS + (i < SOCKETS % Load.CONNECTIONS ? 1 : 0);
                parts.add(() -> open(server, frames, count));
            }
            List<SendRow.Chat> chats = new ArrayList<>();
            for (Future<List<SendRow.Chat>> part : threads.invokeAll(parts)) {
                chats.addAll(part.get());
            }
            return chats;
        } finally {
            threads.shutdown();
        }
    }

    private static List<SendRow.Chat> open(Server server, AtomicLong frames, int count) throws Exception {
        List<SendRow.Chat> chats = new ArrayList<>();
        try (Connection connection = new Connection(server.port())) {
            for (int i = 0; i < count; i++) {
                chats.add(SendRow.chat(connection, frames));
            }
        }
        return chats;
    }
}
