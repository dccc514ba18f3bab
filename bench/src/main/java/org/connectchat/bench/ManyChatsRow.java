package org.connectchat.bench;

/** What a start costs when there are many chats, what a chat keeps, and how long a reset takes. */
final class ManyChatsRow implements Row {

    private static final int CHATS = Integer.getInteger("chats", 1_000_000);
    private static final int PART = 50_000;

    @Override
    public String measure(Setup setup) throws Exception {
        byte[] request = Samples.start();
        try (Server server = Server.emulator(setup, "-Xmx" + System.getProperty("heap", "8g"), "-XX:+UseParallelGC")) {
            Load.run(server, PART, number -> request);
            server.reset();
            double empty = Heap.usedBytes(server.process().pid());
            double first = Load.run(server, PART, number -> request).cpuMicros();
            double last = first;
            int started = PART / Load.CONNECTIONS * Load.CONNECTIONS;
            while (started < CHATS) {
                last = Load.run(server, PART, number -> request).cpuMicros();
                started += PART / Load.CONNECTIONS * Load.CONNECTIONS;
            }
            double each = (Heap.usedBytes(server.process().pid()) - empty) / started;
            long began = System.nanoTime();
            server.reset();
            double reset = (System.nanoTime() - began) / 1e9;
            return "| chats | CPU of the first starts | of the last | ratio | a chat keeps | reset |%n".formatted()
                    + "|---|---|---|---|---|---|%n".formatted()
                    + "| %,d | %.0f µs | %.0f µs | %.2f | %.1f KiB | %.2f s |%n"
                            .formatted(started, first, last, last / first, each / 1_024, reset);
        }
    }
}
