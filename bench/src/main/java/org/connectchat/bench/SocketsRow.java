package org.connectchat.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** 10,000 subscribed sockets in a heap of 512 MB, and a message to each. */
final class SocketsRow implements Row {

    private static final int SOCKETS = Integer.getInteger("sockets", 10_000);
    private static final int MOST_SECONDS = 60;

    @Override
    public String measure(Setup setup) throws Exception {
        AtomicLong frames = new AtomicLong();
        try (Server server = Server.emulator(setup, "-Xmx512m")) {
            List<SendRow.Chat> chats = new ArrayList<>();
            try (Connection connection = new Connection(server.port())) {
                for (int i = 0; i < SOCKETS; i++) {
                    chats.add(SendRow.chat(connection, frames));
                }
            }
            long live = Heap.use(server).bytes();
            frames.set(0);
            long began = System.nanoTime();
            Load.Result result = Load.run(server, SOCKETS, number -> chats.get(number).message());
            long expected = result.latencies().sorted().length;
            while (frames.get() < expected && System.nanoTime() - began < MOST_SECONDS * 1_000_000_000L) {
                Thread.sleep(1);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            return "| sockets | live heap | a message to each arrives within | lost |%n|---|---|---|---|%n".formatted()
                    + "| %,d | %d MiB | %.2f s | %d |%n"
                            .formatted(chats.size(), live >> 20, seconds, Math.max(0, expected - frames.get()));
        }
    }
}
