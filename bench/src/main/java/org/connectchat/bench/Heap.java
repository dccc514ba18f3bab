package org.connectchat.bench;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** The live heap of another JVM. */
final class Heap {

    private static final Pattern LINE = Pattern.compile("(?m)^ *\\d+: +(\\d+) +(\\d+) +(\\S+)");

    private Heap() {}

    /** The objects of a class and their bytes. */
    record Objects(long count, long bytes) {

        static final Objects NONE = new Objects(0, 0);
    }

    /** The live objects by class. */
    record Use(Map<String, Objects> byClass) {

        long bytes() {
            return byClass.values().stream().mapToLong(Objects::bytes).sum();
        }

        /** The bytes of one of so many pieces that have come since. */
        double perPiece(Use before, int pieces) {
            return (double) (bytes() - before.bytes()) / pieces;
        }

        /** The classes that have grown most, for each piece. */
        String largest(Use before, int pieces, int most) {
            record Growth(String name, double count, double bytes) {}
            return byClass.entrySet().stream()
                    .map(entry -> {
                        Objects was = before.byClass().getOrDefault(entry.getKey(), Objects.NONE);
                        Objects is = entry.getValue();
                        return new Growth(
                                entry.getKey(),
                                (double) (is.count() - was.count()) / pieces,
                                (double) (is.bytes() - was.bytes()) / pieces);
                    })
                    .sorted(Comparator.comparingDouble(Growth::bytes).reversed())
                    .limit(most)
                    .map(each -> "%8.1f B %6.2f  %s%n".formatted(each.bytes(), each.count(), each.name()))
                    .collect(Collectors.joining());
        }
    }

    /** What is left after a collection of the whole heap. */
    static Use use(Server server) throws Exception {
        Map<String, Objects> byClass = new HashMap<>();
        for (MatchResult line :
                LINE.matcher(histogram(server.process().pid())).results().toList()) {
            byClass.merge(
                    line.group(3),
                    new Objects(Long.parseLong(line.group(1)), Long.parseLong(line.group(2))),
                    (one, other) -> new Objects(one.count() + other.count(), one.bytes() + other.bytes()));
        }
        return new Use(byClass);
    }

    private static String histogram(long pid) throws Exception {
        try (JMXConnector connector = Jmx.connect(pid)) {
            MBeanServerConnection server = connector.getMBeanServerConnection();
            return (String) server.invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
        }
    }
}
