package org.connectchat.chat.time;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Moves the clock of the emulator, and the clocks of instances, each on a thread of its movers. An instance gets a clock with the
 * first movement that names it, and keeps it until it is reset (rule C40).
 */
public final class TimeTravels implements AutoCloseable {

    /** How many instances may have a clock of their movers. */
    public static final int MOST_CLOCKS = 1_000;

    /** What all clocks show. */
    public record Readings(EmulatorClock.Reading emulator, Map<String, EmulatorClock.Reading> ofInstances) {}

    private final Clocks clocks;
    private final Deadlines deadlines;
    private final TimeTravel emulator;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, TimeTravel> movers = new HashMap<>();

    TimeTravels(Clocks clocks, Deadlines deadlines) {
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.emulator = new TimeTravel(clocks.emulator(), clocks, deadlines);
    }

    /** Moves the clock of the emulator, which instances with a clock of their own do not see. */
    public TimeTravel emulator() {
        return emulator;
    }

    /**
     * Moves the clock of an instance. If it has none, it first gets one that shows what the emulator's shows and runs like that
     * one.
     *
     * @throws TooManyClocks if {@link #MOST_CLOCKS} instances have clocks
     */
    public CompletableFuture<EmulatorClock.Reading> move(
            String instanceId, Function<TimeTravel, CompletableFuture<EmulatorClock.Reading>> movement) {
        lock.lock();
        try {
            TimeTravel known = movers.get(instanceId);
            return movement.apply(known == null ? begin(instanceId) : known);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private TimeTravel begin(String instanceId) {
        EmulatorClock known = clocks.own().get(instanceId);
        if (known == null) {
            Set<String> instanceIds = new HashSet<>(clocks.own().keySet());
            instanceIds.addAll(movers.keySet());
            if (instanceIds.size() >= MOST_CLOCKS) {
                throw new TooManyClocks();
            }
        }
        EmulatorClock clock = known == null ? clocks.make() : known;
        TimeTravel travel = new TimeTravel(clock, clocks, deadlines);
        movers.put(instanceId, travel);
        if (known == null) {
            travel.after(emulator.change(() -> give(instanceId, travel)));
        }
        return travel;
    }

    /** Gives an instance its clock, unless it was reset meanwhile. No deadline fires. */
    private void give(String instanceId, TimeTravel travel) {
        lock.lock();
        try {
            if (travel.equals(movers.get(instanceId))) {
                travel.clock().show(clocks.emulator().read());
                clocks.give(instanceId, travel.clock());
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the clock of an instance away, if it has one: the instance has the emulator's again. A movement that is under way
     * moves a clock that no chat reads any more.
     */
    public void reset(String instanceId) {
        deadlines.dropUnsettled(instanceId::equals);
        deadlines.changeClocks(() -> {
            lock.lock();
            try {
                TimeTravel travel = movers.remove(instanceId);
                if (travel != null) {
                    travel.close();
                }
                clocks.take(instanceId);
            } finally {
                lock.unlock();
            }
        });
    }

    /** Takes the clocks of all instances away, and lets the emulator's run with the system clock. */
    public CompletableFuture<EmulatorClock.Reading> reset() {
        deadlines.dropUnsettled(instanceId -> true);
        deadlines.changeClocks(() -> replaceClocks(Map.of()));
        return emulator.reset();
    }

    /** Replaces the clocks of all instances. No deadline fires. */
    private void replaceClocks(Map<String, EmulatorClock> ofInstances) {
        lock.lock();
        try {
            movers.values().forEach(TimeTravel::close);
            movers.clear();
            clocks.replace(ofInstances);
        } finally {
            lock.unlock();
        }
    }

    /** What all clocks show when the movements are complete that were asked for before. The caller waits, and holds no lock. */
    public Readings read() {
        CompletableFuture<EmulatorClock.Reading> ofEmulator = emulator.read();
        Map<String, CompletableFuture<EmulatorClock.Reading>> ofInstances = new HashMap<>();
        lock.lock();
        try {
            movers.forEach((instanceId, travel) -> ofInstances.put(instanceId, travel.read()));
        } finally {
            lock.unlock();
        }
        Map<String, EmulatorClock.Reading> read = new TreeMap<>();
        ofInstances.values().forEach(CompletableFuture::join);
        ofEmulator.join();
        clocks.own().forEach((instanceId, clock) -> read.put(instanceId, clock.read()));
        return new Readings(clocks.emulator().read(), read);
    }

    /**
     * Replaces what the deadlines are of, and sets all clocks with it. Deadlines that are overdue then have fired, in order, when
     * the result is there.
     *
     * @param alone runs what it is given while nothing else begins
     * @param replacing runs while no deadline fires; a failure leaves the clocks as they are
     * @param as what the clocks show then; other instances have none of their own
     */
    public CompletableFuture<EmulatorClock.Reading> replace(Consumer<Runnable> alone, Runnable replacing, Readings as) {
        return emulator.replace(alone, replacing, () -> {
            clocks.emulator().show(as.emulator());
            Map<String, EmulatorClock> ofInstances = new HashMap<>();
            as.ofInstances().forEach((instanceId, reading) -> {
                EmulatorClock clock = clocks.make();
                clock.show(reading);
                ofInstances.put(instanceId, clock);
            });
            replaceClocks(ofInstances);
        });
    }

    /** Takes no further movement; those that were asked for are completed. */
    @Override
    public void close() {
        replaceClocks(Map.of());
        emulator.close();
    }
}
