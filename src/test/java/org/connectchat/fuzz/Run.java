package org.connectchat.fuzz;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.connectchat.fuzz.Wire.Response;

/** Fires the requests of a row of seeds at one emulator and keeps what is wrong. */
final class Run {

    private static final int MOST_FINDINGS = 30;
    private static final int PROGRESS = 20_000;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int SHORT_PATIENCE_MILLIS = 200;
    /** These may wait for minutes, as they were told to. */
    private static final Set<String> MAY_WAIT = Set.of("control await", FlowControlEntries.AWAIT);

    private final World world;
    private final Wire wire;
    private final LogWatch log;
    private final int renewedAfter;
    private final List<String> findings = new ArrayList<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, Integer> right = new TreeMap<>();
    private String previous = "nothing";
    private int lost;
    private int fired;

    Run(World world, LogWatch log, int renewedAfter) {
        this.world = world;
        this.wire = new Wire(world.emulator().port());
        this.log = log;
        this.renewedAfter = renewedAfter;
    }

    Run fire(long firstSeed, int count) {
        for (long seed = firstSeed; seed < firstSeed + count && findings.size() < MOST_FINDINGS; seed++) {
            if ((seed - firstSeed) % renewedAfter == 0) {
                world.renew();
            }
            if (!world.hasFaults() && seed % 40 == 0) {
                frames(seed);
            } else {
                Mutations mutations = Mutations.of(seed);
                shot(mutations.of(mutations.chance().oneOf(world.templates())), seed);
            }
            fired++;
            if (fired % PROGRESS == 0) {
                System.out.println("fuzz: seed " + seed + ", " + findings.size() + " findings");
            }
        }
        return this;
    }

    private void frames(long seed) {
        try {
            int status =
                    FrameShots.of(seed).fire(world.socketUrl(), world.emulator().port());
            count("frames", status);
        } catch (IOException e) {
            find("seed " + seed + ": a socket was not dialled: " + e);
        }
        listen(seed, "frames of a socket");
    }

    private void shot(Shot shot, long seed) {
        try {
            boolean mayWait = MAY_WAIT.contains(shot.entry());
            Response response = wire.exchange(shot, mayWait || !shot.owed() ? SHORT_PATIENCE_MILLIS : PATIENCE_MILLIS);
            count(shot.entry(), response.status());
            String wrong = Verdict.on(shot, response);
            if (wrong != null) {
                find("seed " + seed + ": " + wrong + "\n" + shot + "\n--> " + response);
            }
            previous = shot + "\n--> " + response;
        } catch (ProtocolException e) {
            // A request line without a version is HTTP/0.9, whose responses have neither status nor headers.
            unreadable(shot, "seed " + seed + ": " + e.getMessage() + "\n" + shot + "\nafter " + previous);
        } catch (SocketTimeoutException e) {
            lost(shot, seed, !shot.owed() || MAY_WAIT.contains(shot.entry()), e);
        } catch (IOException e) {
            lost(shot, seed, !shot.owed() || shot.alone(), e);
        }
        listen(seed, shot.toString());
    }

    private void unreadable(Shot shot, String what) {
        lost++;
        if (shot.path() != null) {
            find(what);
        }
    }

    /** A server that closes while a client still sends resets the connection, and the response may be lost with it. */
    private void lost(Shot shot, long seed, boolean excused, IOException e) {
        lost++;
        if (!excused) {
            find("seed " + seed + ": no response, " + e + "\n" + shot);
        }
    }

    private void listen(long seed, String what) {
        log.taken().forEach(line -> find("near seed " + seed + ", logged: " + line + "\nafter " + what));
    }

    private void count(String entry, int status) {
        statuses.merge(status, 1, Integer::sum);
        if (status < 300) {
            right.merge(entry, 1, Integer::sum);
        }
    }

    /** Shown at once, as a long run is read while it goes on. */
    private void find(String finding) {
        findings.add(finding);
        System.out.println("fuzz: " + finding);
    }

    List<String> findings() {
        return findings;
    }

    int fired() {
        return fired;
    }

    int succeeded() {
        return right.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The entries that a request got right at least once. */
    Set<String> entriesThatWork() {
        return right.keySet();
    }

    @Override
    public String toString() {
        String fewest = right.entrySet().stream()
                .min(Comparator.comparing(Map.Entry::getValue))
                .map(Object::toString)
                .orElse("none");
        return fired + " fired, " + lost + " without a response, statuses " + statuses + ", right in " + right.size()
                + " entries, least often " + fewest;
    }
}
