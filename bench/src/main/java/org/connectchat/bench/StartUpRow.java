package org.connectchat.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The time and the CPU time of a start until the first response, and the size of the process after one chat. */
final class StartUpRow implements Row {

    /** The image's JVM can write a cache in one run. */
    private static final int FIRST_WITH_CACHE = 25;

    @Override
    public String measure(Setup setup) throws Exception {
        Map<String, Starter> starters = new LinkedHashMap<>();
        starters.put("bare servlet", () -> Server.bare(setup));
        starters.put("WireMock", () -> Server.wireMock(setup));
        starters.put("smallest application of Spring Boot", () -> Server.springBoot(setup));
        starters.put("emulator", () -> Server.emulator(setup));
        starters.put("with the flags of the image", () -> Server.emulator(setup, Server.IMAGE_FLAGS));
        Path cache = Files.createTempDirectory("bench").resolve("app.aot");
        if (Runtime.version().feature() >= FIRST_WITH_CACHE) {
            train(setup, cache);
            starters.put(
                    "with the flags and the cache of the image",
                    () -> Server.emulator(setup, Server.IMAGE_FLAGS, "-XX:AOTCache=" + cache));
        }
        setup.otherJars().forEach(jar -> starters.put(jar.getFileName().toString(), () -> Server.emulator(setup.with(jar))));
        Map<String, List<double[]>> figures = new LinkedHashMap<>();
        for (int round = 0; round < setup.rounds(); round++) {
            for (Map.Entry<String, Starter> starter : starters.entrySet()) {
                figures.computeIfAbsent(starter.getKey(), name -> new ArrayList<>()).add(once(starter.getValue()));
            }
        }
        Files.deleteIfExists(cache);
        Files.delete(cache.getParent());
        StringBuilder table = new StringBuilder(
                "| | first response | times WireMock's | CPU until then | times WireMock's | resident | classes |%n"
                                .formatted()
                        + "|---|---|---|---|---|---|---|\n");
        List<double[]> wireMock = figures.get("WireMock");
        figures.forEach((name, all) -> table.append("| %s | %.2f s | %.2f | %.1f s | %.2f | %.0f MiB | %.0f |%n"
                .formatted(
                        name,
                        median(all, 0),
                        ratio(all, wireMock, 0),
                        median(all, 1),
                        ratio(all, wireMock, 1),
                        median(all, 2),
                        median(all, 3))));
        return table.toString();
    }

    private interface Starter {
        Server start() throws Exception;
    }

    /** Makes the cache as docker/train does: a start, a chat and a stop. */
    private static void train(Setup setup, Path cache) throws Exception {
        try (Server server = Server.emulator(setup, Server.IMAGE_FLAGS, "-XX:AOTCacheOutput=" + cache)) {
            server.call("GET", "/actuator/health/liveness", "");
            server.call("PUT", "/contact/chat", Samples.START);
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("The JVM wrote no cache");
        }
    }

    private static double[] once(Starter starter) throws Exception {
        long began = System.nanoTime();
        try (Server server = starter.start()) {
            server.call("PUT", "/contact/chat", Samples.START);
            return new double[] {
                (System.nanoTime() - began) / 1e9,
                server.cpuMicros() / 1e6,
                server.residentMebibytes(),
                LoadedClasses.of(server.process().pid())
            };
        }
    }

    private static double median(List<double[]> figures, int column) {
        return middle(figures.stream().mapToDouble(row -> row[column]).toArray());
    }

    /** The median of the ratios in each round, because the load of the machine changes between rounds. */
    private static double ratio(List<double[]> figures, List<double[]> base, int column) {
        double[] ratios = new double[figures.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figures.get(i)[column] / base.get(i)[column];
        }
        return middle(ratios);
    }

    private static double middle(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }
}
