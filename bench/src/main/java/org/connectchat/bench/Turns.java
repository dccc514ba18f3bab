package org.connectchat.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The results of servers that take turns, and their medians. */
final class Turns {

    private final Map<String, List<Load.Result>> results = new LinkedHashMap<>();

    void add(Server server, Load.Result result) {
        results.computeIfAbsent(server.name(), name -> new ArrayList<>()).add(result);
    }

    /** A table in Markdown; ratios are the medians of the ratios to the first server in each round. */
    String table() {
        StringBuilder table = new StringBuilder(
                "| | CPU per request | ratio | requests per second | p50 | p99 | ratio of p99 |\n|---|---|---|---|---|---|---|\n");
        List<Load.Result> first = results.values().iterator().next();
        results.forEach((name, own) -> table.append("| %s | %.0f µs | %.2f | %.0f | %.1f ms | %.1f ms | %.1f |%n"
                .formatted(
                        name,
                        median(own, Load.Result::cpuMicros),
                        ratio(own, first, Load.Result::cpuMicros),
                        median(own, Load.Result::perSecond),
                        median(own, result -> result.latencies().millis(0.5)),
                        median(own, result -> result.latencies().millis(0.99)),
                        ratio(own, first, result -> result.latencies().millis(0.99)))));
        return table.toString();
    }

    private static double median(List<Load.Result> results, ToDoubleFunction<Load.Result> figure) {
        return median(results.stream().mapToDouble(figure).toArray());
    }

    private static double ratio(
            List<Load.Result> own, List<Load.Result> base, ToDoubleFunction<Load.Result> figure) {
        double[] ratios = new double[own.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(own.get(i)) / figure.applyAsDouble(base.get(i));
        }
        return median(ratios);
    }

    private static double median(double[] figures) {
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }
}
