package org.connectchat.slow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shows what others wait while many slow clients of one kind hang on an emulator, a new one for each kind. Not part of the
 * build; run it with {@code java -cp <test class path> org.connectchat.slow.SlowClients <jar> <java> <count> [kind …]}.
 */
public final class SlowClients {

    private SlowClients() {}

    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        String java = arguments[1];
        int count = Integer.parseInt(arguments[2]);
        List<SlowKind> kinds = arguments.length > 3
                ? Arrays.stream(arguments).skip(3).map(SlowKind::valueOf).toList()
                : List.of(SlowKind.values());
        System.out.printf("%-22s %6s  %-28s %-28s %-28s%n", "kind", "held", "health", "start", "control");
        for (SlowKind kind : kinds) {
            run(kind, jar, java, count);
        }
        System.exit(0); // what still hangs need not be waited for
    }

    private static void run(SlowKind kind, Path jar, String java, int count) throws Exception {
        try (EmulatorProcess emulator = EmulatorProcess.start(jar, java);
                Slow slow = new Slow(emulator.port())) {
            kind.prepare(slow);
            List<Probe> probes = List.of(
                    new Probe(emulator.port(), "GET /actuator/health HTTP/1.1", ""),
                    new Probe(
                            emulator.port(),
                            "PUT /contact/chat HTTP/1.1",
                            "{\"InstanceId\":\"probe\",\"ContactFlowId\":\"f\",\"ParticipantDetails\":{\"DisplayName\":\"A\"}}"),
                    new Probe(emulator.port(), "GET /_emulator/settings HTTP/1.1", ""));
            for (Probe probe : probes) {
                probe.warmUp();
            }
            List<Thread> threads = new ArrayList<>();
            for (Probe probe : probes) {
                Thread thread = new Thread(probe, "probe");
                thread.start();
                threads.add(thread);
            }
            for (int i = 0; i < count; i++) {
                attempt(kind, slow, i);
            }
            kind.afterwards(slow);
            probes.forEach(Probe::endSoon);
            for (Thread thread : threads) {
                thread.join();
            }
            System.out.printf(
                    "%-22s %6d  %-28s %-28s %-28s%n",
                    kind,
                    slow.open(),
                    probes.get(0).figures(),
                    probes.get(1).figures(),
                    probes.get(2).figures());
        }
    }

    private static void attempt(SlowKind kind, Slow slow, int number) {
        try {
            kind.start(slow, number);
        } catch (IOException e) {
            slow.failed(e);
        }
    }
}
