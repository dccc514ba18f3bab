package org.connectchat.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.time.EmulatorClock;
import org.connectchat.chat.time.TimeTravel;
import org.connectchat.chat.time.TimeTravels;
import org.jspecify.annotations.Nullable;

/** The clocks of a document. */
final class StateClocks {

    private static final int MOST_CHARACTERS = 100;

    /** The clock that an instance has of its own. */
    record OfInstance(String instanceId, EmulatorClock.Reading clock) {}

    private StateClocks() {}

    static List<OfInstance> save(Map<String, EmulatorClock.Reading> ofInstances) {
        return ofInstances.entrySet().stream()
                .map(entry -> new OfInstance(entry.getKey(), atRest(entry.getValue())))
                .toList();
    }

    /** The distance of a frozen clock from the system clock changes all the time, and means nothing. */
    static EmulatorClock.Reading atRest(EmulatorClock.Reading reading) {
        return reading.mode() == EmulatorClock.Mode.FROZEN
                ? new EmulatorClock.Reading(reading.now(), reading.mode(), Duration.ZERO)
                : reading;
    }

    /**
     * What the clocks show when the document is in place.
     *
     * @param savedAt the moment of the save, by the clock of the emulator
     * @param ofInstances those that instances have of their own; null if the document has none
     * @param frozen whether each clock stands still at the moment of the save
     * @throws StateRefused if a clock cannot show what is saved
     */
    static TimeTravels.Readings load(
            Instant savedAt, EmulatorClock.Reading clock, @Nullable List<OfInstance> ofInstances, boolean frozen) {
        requireReachable(savedAt, "savedAt");
        EmulatorClock.Reading emulator = reachable(clock, "clock");
        Map<String, EmulatorClock.Reading> own = ofInstances == null ? Map.of() : load(ofInstances, frozen);
        return new TimeTravels.Readings(frozen ? frozenAt(savedAt, emulator) : emulator, own);
    }

    private static Map<String, EmulatorClock.Reading> load(List<OfInstance> clocks, boolean frozen) {
        StateRefused.unless(
                clocks.size() <= TimeTravels.MOST_CLOCKS,
                "clocksOfInstances",
                "must have at most " + TimeTravels.MOST_CLOCKS + " elements");
        Map<String, EmulatorClock.Reading> ofInstances = new TreeMap<>();
        for (int i = 0; i < clocks.size(); i++) {
            String path = "clocksOfInstances[" + i + "]";
            OfInstance clock = clocks.get(i);
            String id = clock.instanceId();
            StateRefused.unless(
                    !id.isEmpty() && id.length() <= MOST_CHARACTERS,
                    path + ".instanceId",
                    "must have 1 to " + MOST_CHARACTERS + " characters");
            EmulatorClock.Reading reading = reachable(clock.clock(), path + ".clock");
            EmulatorClock.Reading before = ofInstances.put(id, frozen ? frozenAt(reading.now(), reading) : reading);
            StateRefused.unless(before == null, path + ".instanceId", "is that of another clock");
        }
        return ofInstances;
    }

    private static EmulatorClock.Reading frozenAt(Instant moment, EmulatorClock.Reading reading) {
        return new EmulatorClock.Reading(moment, EmulatorClock.Mode.FROZEN, reading.offset());
    }

    private static EmulatorClock.Reading reachable(EmulatorClock.Reading reading, String path) {
        requireReachable(reading.now(), path + ".now");
        requireReachable(Instant.now().plus(reading.offset()), path + ".offset");
        return reading;
    }

    /** Chats write timestamps that lie ahead of the clock. */
    private static void requireReachable(Instant moment, String path) {
        StateRefused.unless(
                !moment.isBefore(Instant.EPOCH) && !moment.isAfter(TimeTravel.MAX_INSTANT),
                path,
                "must not take the clock before 1970 or after " + TimeTravel.MAX_INSTANT);
    }
}
