package org.connectchat.bench;

import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a start costs when there are many chats, what a chat keeps, and how long a reset takes. -Dclasses=30 prints which classes
 * take the memory of a chat.
 */
final class ManyChatsRow implements Row {

    private static final int CHATS = Integer.getInteger("chats", 1_000_000);
    private static final int TALKS = Integer.getInteger("talks", 50_000);
    private static final int PART = 50_000;
    private static final int WARM_UP = 2;
    private static final int CLASSES = Integer.getInteger("classes", 0);

    @Override
    public String measure(Setup setup) throws Exception {
        try (Server server = Server.emulator(
                setup, "-Xmx" + System.getProperty("heap", "8g"), "-Demulator.memory.share=0.9")) {
            for (int i = 0; i < WARM_UP; i++) {
                starts(server, PART);
                talks(server, PART / 10);
                server.reset();
            }
            return manyStarts(server) + "%n".formatted() + talksAndEnds(server);
        }
    }

    private static String manyStarts(Server server) throws Exception {
        Heap.Use empty = Heap.use(server);
        double before = starts(server, PART);
        int started = PART;
        while (started < CHATS - PART) {
            starts(server, PART);
            started += PART;
        }
        double last = starts(server, PART);
        started += PART;
        double kept = Heap.use(server).perPiece(empty, started);
        double reset = reset(server);
        double after = starts(server, PART);
        server.reset();
        return "| chats | CPU of a start without others | with so many | without others again | ratio | a chat keeps | reset |%n"
                        .formatted()
                + "|---|---|---|---|---|---|---|%n".formatted()
                + "| %,d | %.0f µs | %.0f µs | %.0f µs | %.2f | %,.0f B | %.3f s |%n"
                        .formatted(started, before, last, after, 2 * last / (before + after), kept, reset);
    }

    private static String talksAndEnds(Server server) throws Exception {
        starts(server, PART); // fills the journals, which keep a fixed number of entries
        Heap.Use empty = Heap.use(server);
        ConcurrentLinkedQueue<String> contacts = talks(server, TALKS);
        Heap.Use talked = Heap.use(server);
        Load.each(server, TALKS, (connection, number) -> connection.exchange(Connection.request(
                "POST",
                "/contact/stop",
                "",
                "{\"InstanceId\":\"%s\",\"ContactId\":\"%s\"}".formatted(Samples.INSTANCE, contacts.poll()))));
        Heap.Use ended = Heap.use(server);
        double reset = reset(server);
        return "| chats | one whose customer said a message keeps | the same, ended | reset |%n|---|---|---|---|%n".formatted()
                + "| %,d | %,.0f B | %,.0f B | %.3f s |%n"
                        .formatted(TALKS, talked.perPiece(empty, TALKS), ended.perPiece(empty, TALKS), reset)
                + (CLASSES == 0
                        ? ""
                        : "%nActive:%n%s%nEnded:%n%s"
                                .formatted(
                                        talked.largest(empty, TALKS, CLASSES), ended.largest(empty, TALKS, CLASSES)));
    }

    private static double starts(Server server, int count) throws Exception {
        byte[] request = Samples.start();
        return Load.run(server, count, number -> request).cpuMicros();
    }

    /** Chats whose customers have connected and said a message; returns the ids of their contacts. */
    private static ConcurrentLinkedQueue<String> talks(Server server, int count) throws Exception {
        ConcurrentLinkedQueue<String> contacts = new ConcurrentLinkedQueue<>();
        Load.each(server, count, (connection, number) -> {
            connection.exchange(Samples.start(number));
            contacts.add(Samples.member(connection.body(), "ContactId"));
            connection.exchange(Connection.request(
                    "POST",
                    "/participant/connection",
                    bearer(Samples.member(connection.body(), "ParticipantToken")),
                    "{\"Type\":[\"CONNECTION_CREDENTIALS\"],\"ConnectParticipant\":true}"));
            connection.exchange(Connection.request(
                    "POST",
                    "/participant/message",
                    bearer(Samples.member(connection.body(), "ConnectionToken")),
                    Samples.MESSAGE));
        });
        return contacts;
    }

    private static String bearer(String token) {
        return "X-Amz-Bearer: " + token + "\r\n";
    }

    private static double reset(Server server) throws Exception {
        long began = System.nanoTime();
        server.reset();
        return (System.nanoTime() - began) / 1e9;
    }
}
