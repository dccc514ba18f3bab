package org.connectchat.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Sends requests on several connections at once, each the next as soon as it has its response. */
final class Load {

    static final int CONNECTIONS = 32;

    private Load() {}

    /** What one round of one server costs. */
    record Result(double cpuMicros, double perSecond, Latencies latencies) {}

    /**
     * @param request the request with the number that it is given, so that requests can go to different chats
     */
    static Result run(Server server, int requests, IntFunction<byte[]> request) throws Exception {
        int each = requests / CONNECTIONS;
        long[] latencies = new long[each * CONNECTIONS];
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        double before = server.cpuMicros();
        long began = System.nanoTime();
        try {
            List<Callable<Void>> work = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int first = i * each;
                work.add(() -> send(server, request, latencies, first, each));
            }
            for (Future<Void> done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            clients.shutdown();
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Result(
                (server.cpuMicros() - before) / latencies.length,
                latencies.length / seconds,
                Latencies.of(latencies));
    }

    /** What is done with each number, on a connection that is used again. */
    interface Piece {
        void on(Connection connection, int number) throws IOException;
    }

    /** Does something for each number on several connections at once. */
    static void each(Server server, int count, Piece piece) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            AtomicInteger next = new AtomicInteger();
            List<Callable<Void>> work = Collections.nCopies(CONNECTIONS, () -> {
                try (Connection connection = new Connection(server.port())) {
                    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                        piece.on(connection, i);
                    }
                }
                return null;
            });
            for (Future<Void> done : clients.invokeAll(work)) {
                done.get();
            }
        } finally {
            clients.shutdown();
        }
    }

    private static Void send(Server server, IntFunction<byte[]> request, long[] latencies, int first, int count)
            throws IOException {
        try (Connection connection = new Connection(server.port())) {
            for (int i = first; i < first + count; i++) {
                long sent = System.nanoTime();
                connection.exchange(request.apply(i));
                latencies[i] = System.nanoTime() - sent;
            }
        }
        return null;
    }
}
