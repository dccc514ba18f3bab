package org.connectchat.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The time and the CPU time of a start until the first response, and the resident memory after one chat. */
final class StartUpRow implements Row {

    @Override
    public String measure(Setup setup) throws Exception {
        Map<String, Starter> starters = new LinkedHashMap<>();
        starters.put("bare servlet", () -> Server.bare(setup));
        starters.put("WireMock", () -> Server.wireMock(setup));
        starters.put("emulator", () -> Server.emulator(setup));
        setup.otherJars().forEach(jar -> starters.put(jar.getFileName().toString(), () -> Server.emulator(setup.with(jar))));
        Map<String, List<double[]>> figures = new LinkedHashMap<>();
        for (int round = 0; round < setup.rounds(); round++) {
            for (Map.Entry<String, Starter> starter : starters.entrySet()) {
                figures.computeIfAbsent(starter.getKey(), name -> new ArrayList<>()).add(once(starter.getValue()));
            }
        }
        StringBuilder table = new StringBuilder("| | first response | CPU until then | resident |\n|---|---|---|---|\n");
        figures.forEach((name, all) -> table.append("| %s | %.2f s | %.1f s | %.0f MiB |%n"
                .formatted(name, median(all, 0), median(all, 1), median(all, 2))));
        return table.toString();
    }

    private interface Starter {
        Server start() throws Exception;
    }

    private static double[] once(Starter starter) throws Exception {
        long began = System.nanoTime();
        try (Server server = starter.start()) {
            server.call("PUT", "/contact/chat", Samples.START);
            return new double[] {
                (System.nanoTime() - began) / 1e9, server.cpuMicros() / 1e6, server.residentMebibytes()
            };
        }
    }

    private static double median(List<double[]> figures, int column) {
        double[] sorted = figures.stream().mapToDouble(row -> row[column]).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
