package org.connectchat.chat.time;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Moves the clock of the emulator, and the clocks of instances, each on a thread of its own. An instance gets a clock with the
 * first movement that names it, and keeps it until it is reset (rule C40).
 */
public final class TimeTravels implements AutoCloseable {

    /** How many instances may have a clock of their own. */
    public static final int MOST_CLOCKS = 1_000;

    /** What all clocks show. */
    public record Readings(EmulatorClock.Reading emulator, Map<String, EmulatorClock.Reading> ofInstances) {}

    private final Clocks clocks;
    private final Deadlines deadlines;
    private final TimeTravel emulator;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, TimeTravel> own = new HashMap<>();

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
            TimeTravel known = own.get(instanceId);
            return movement.apply(known == null ? begin(instanceId) : known);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private TimeTravel begin(String instanceId) {
        EmulatorClock known = clocks.own().get(instanceId);
        if (known == null && Math.max(own.size(), clocks.own().size()) >= MOST_CLOCKS) {
            throw new TooManyClocks();
        }
        EmulatorClock clock = known == null ? clocks.make() : known;
        TimeTravel travel = new TimeTravel(clock, clocks, deadlines);
        own.put(instanceId, travel);
        if (known == null) {
            CompletableFuture<?> given = emulator.change(() -> give(instanceId, clock, travel));
            travel.after(given);
        }
        return travel;
    }

    /** Gives an instance its clock, unless it was reset meanwhile. */
    private void give(String instanceId, EmulatorClock clock, TimeTravel travel) {
        lock.lock();
        try {
            if (travel.equals(own.get(instanceId))) {
                clock.show(clocks.emulator().read());
                clocks.give(instanceId, clock);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes the clock of an instance away, if it has one: the instance has the emulator's again. */
    public CompletableFuture<?> reset(String instanceId) {
        lock.lock();
        try {
            EmulatorClock clock = clocks.own().get(instanceId);
            TimeTravel known = own.remove(instanceId);
            if (known == null && clock == null) {
                return CompletableFuture.completedFuture(null);
            }
            TimeTravel travel = known == null ? new TimeTravel(requireNonNull(clock), clocks, deadlines) : known;
            return travel.end(() -> clocks.take(instanceId, travel.clock()));
        } finally {
            lock.unlock();
        }
    }

    /** Takes the clocks of all instances away, and lets the emulator's run with the system clock. */
    public CompletableFuture<?> reset() {
        List<CompletableFuture<?>> resets = new ArrayList<>();
        lock.lock();
        try {
            Set<String> instanceIds = new HashSet<>(own.keySet());
            instanceIds.addAll(clocks.own().keySet());
            instanceIds.forEach(instanceId -> resets.add(reset(instanceId)));
        } finally {
            lock.unlock();
        }
        resets.add(emulator.reset());
        return CompletableFuture.allOf(resets.toArray(CompletableFuture<?>[]::new));
    }

    /** What all clocks show when the movements are complete that were asked for before. The caller waits, and holds no lock. */
    public Readings read() {
        Map<String, CompletableFuture<EmulatorClock.Reading>> ofInstances = new HashMap<>();
        lock.lock();
        try {
            own.forEach((instanceId, travel) -> ofInstances.put(instanceId, travel.read()));
            clocks.own()
                    .forEach((instanceId, clock) -> ofInstances.computeIfAbsent(
                            instanceId, id -> CompletableFuture.completedFuture(clock.read())));
        } finally {
            lock.unlock();
        }
        Map<String, EmulatorClock.Reading> read = new TreeMap<>();
        ofInstances.forEach((instanceId, reading) -> read.put(instanceId, reading.join()));
        return new Readings(emulator.read().join(), read);
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
            forgetMovers();
            clocks.emulator().show(as.emulator());
            Map<String, EmulatorClock> ofInstances = new HashMap<>();
            as.ofInstances().forEach((instanceId, reading) -> {
                EmulatorClock clock = clocks.make();
                clock.show(reading);
                ofInstances.put(instanceId, clock);
            });
            clocks.replace(ofInstances);
        });
    }

    private void forgetMovers() {
        lock.lock();
        try {
            own.values().forEach(TimeTravel::close);
            own.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no further movement; those that were asked for are completed. */
    @Override
    public void close() {
        forgetMovers();
        emulator.close();
    }
}
