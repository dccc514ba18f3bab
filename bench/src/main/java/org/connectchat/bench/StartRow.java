package org.connectchat.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cost of StartChatContact beside the bare servlet, WireMock's stub and other jars of the emulator. */
final class StartRow implements Row {

    /** Servers of the JVM are compiled after so many rounds. */
    private static final int WARM_UP = 2;

    @Override
    public String measure(Setup setup) throws Exception {
        List<Server> servers = new ArrayList<>();
        try {
            servers.add(Server.bare(setup));
            servers.add(Server.wireMock(setup));
            servers.add(Server.emulator(setup));
            for (Path other : setup.otherJars()) {
                servers.add(Server.emulator(setup.with(other)));
            }
            Turns turns = new Turns();
            byte[] request = Samples.start();
            for (int round = -WARM_UP; round < setup.rounds(); round++) {
                for (Server server : servers) {
                    Load.Result result = Load.run(server, setup.requests(), number -> request);
                    server.reset();
                    if (round >= 0) {
                        turns.add(server, result);
                    }
                }
            }
            StringBuilder report = new StringBuilder(turns.table());
            for (Server server : servers) {
                report.append("%n%s: %.1f KiB are allocated per request%n"
                        .formatted(server.name(), allocatedKibibytes(server, request)));
            }
            return report.toString();
        } finally {
            servers.forEach(Server::close);
        }
    }

    private static double allocatedKibibytes(Server server, byte[] request) throws Exception {
        int requests = 20_000;
        try (Allocation allocation = Allocation.of(server.process().pid())) {
            Load.run(server, requests, number -> request);
            long before = allocation.bytes();
            Load.run(server, requests, number -> request);
            return (allocation.bytes() - before) / 1_024.0 / requests;
        }
    }
}
