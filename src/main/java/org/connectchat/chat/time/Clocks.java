package org.connectchat.chat.time;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The clocks that decide when something happens: the emulator's, and those that instances have been given (rule C40). Each
 * chat belongs to one instance and reads the clock of that instance. Reading takes no lock.
 *
 * <p>Only {@link TimeTravels} adds and removes clocks, while no deadline fires.
 */
public final class Clocks {

    private final EmulatorClock emulator;
    private final Clock system;
    private volatile Map<String, EmulatorClock> own = Map.of();

    public Clocks(Clock system) {
        this.system = system;
        this.emulator = new EmulatorClock(system);
    }

    /** The clock of everything that belongs to no instance, and of each instance without one of its own. */
    public EmulatorClock emulator() {
        return emulator;
    }

    /** The clock that an instance has now; it may get another one. */
    public EmulatorClock of(String instanceId) {
        return own.getOrDefault(instanceId, emulator);
    }

    /** The moment that the clock of an instance shows. */
    public Instant now(String instanceId) {
        return of(instanceId).instant();
    }

    /** Whether an instance has a clock of its own. */
    public boolean hasOwn(String instanceId) {
        return own.containsKey(instanceId);
    }

    /** The clocks of the instances that have their own. */
    Map<String, EmulatorClock> own() {
        return own;
    }

    /** A clock that no instance has yet. */
    EmulatorClock make() {
        return new EmulatorClock(system);
    }

    /** Gives an instance a clock of its own. The caller holds the lock of the deadlines. */
    void give(String instanceId, EmulatorClock clock) {
        Map<String, EmulatorClock> more = new HashMap<>(own);
        more.put(instanceId, clock);
        own = Map.copyOf(more);
    }

    /** Takes the clock of an instance away, if it has one. The caller holds the lock of the deadlines. */
    void take(String instanceId) {
        Map<String, EmulatorClock> fewer = new HashMap<>(own);
        fewer.remove(instanceId);
        own = Map.copyOf(fewer);
    }

    /** Replaces the clocks of all instances. The caller holds the lock of the deadlines. */
    void replace(Map<String, EmulatorClock> replacement) {
        own = Map.copyOf(replacement);
    }
}
