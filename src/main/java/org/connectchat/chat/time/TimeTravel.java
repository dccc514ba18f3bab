package org.connectchat.chat.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Moves a clock, one movement after the other, on a thread of its own. When a movement is complete, all
 * deadlines on the way have fired, in order and each at its own moment, and what they began on other threads is done: the
 * clock stands still until then (rule F80). No lock is held while the clock stands still.
 */
public final class TimeTravel implements AutoCloseable {

    /**
     * The last moment that the clock can be moved to. Timestamps of a chat lie at most twice 3650 days ahead of it, so
     * all years have the four digits that clients can read.
     */
    public static final Instant MAX_INSTANT = Instant.parse("9979-12-31T23:59:59.999999999Z");

    /** The real time that one movement waits for other threads in all. */
    private static final Duration MAX_SETTLING = Duration.ofSeconds(30);

    private static final int IDLE_SECONDS = 10;

    /** How many movements wait that what is under way must not hold up. */
    private final AtomicInteger impatient = new AtomicInteger();

    private final EmulatorClock clock;
    private final Clocks clocks;
    private final Deadlines deadlines;
    private final ThreadPoolExecutor mover =
            new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                Thread thread = new Thread(task, "clock");
                thread.setDaemon(true);
                return thread;
            });

    TimeTravel(EmulatorClock clock, Clocks clocks, Deadlines deadlines) {
        this.clock = clock;
        this.clocks = clocks;
        this.deadlines = deadlines;
        mover.allowCoreThreadTimeOut(true);
    }

    /** The clock that is moved. */
    EmulatorClock clock() {
        return clock;
    }

    /** Freezes the clock at the whole millisecond that it shows, so that it can be compared with timestamps. */
    public CompletableFuture<EmulatorClock.Reading> freeze() {
        return move(() -> atOnce(() -> {
            if (!clock.isFrozen()) {
                clock.freezeAt(clock.instant());
            }
        }));
    }

    /**
     * Moves the clock ahead. A frozen clock stays frozen; a running clock runs on from there. Fails with {@link
     * ClockLimitExceeded} if the step is negative or ends after {@link #MAX_INSTANT}.
     */
    public CompletableFuture<EmulatorClock.Reading> advance(Duration step) {
        return move(() -> {
            EmulatorClock.Reading before = halt(now -> target(now, step));
            travelTo(target(before.now(), step));
            return atOnce(() -> {
                if (before.mode() != EmulatorClock.Mode.FROZEN) {
                    clock.run(before.offset().plus(step));
                }
            });
        });
    }

    /**
     * Moves the clock to a moment. A past moment fires no deadline, and undoes nothing. Fails with {@link
     * ClockLimitExceeded} if the moment is after {@link #MAX_INSTANT}.
     */
    public CompletableFuture<EmulatorClock.Reading> set(Instant to) {
        return move(() -> {
            requireReachable(to);
            EmulatorClock.Reading before = halt(now -> to);
            travelTo(to);
            return atOnce(() -> {
                if (before.mode() != EmulatorClock.Mode.FROZEN) {
                    clock.run();
                }
            });
        });
    }

    /** Lets a frozen clock run on from the moment that it shows. */
    public CompletableFuture<EmulatorClock.Reading> resume() {
        return move(() -> atOnce(clock::run));
    }

    /**
     * Runs with the system clock again, as after a start; deadlines that are due then fire soon after. A movement that is under
     * way waits for other threads no longer.
     */
    CompletableFuture<EmulatorClock.Reading> reset() {
        return moveSoon(this::concerns, () -> atOnce(() -> clock.run(Duration.ZERO)));
    }

    /** Changes the clocks of instances while no deadline fires, after the movements that were asked for before. */
    CompletableFuture<EmulatorClock.Reading> change(Runnable change) {
        return move(() -> {
            deadlines.changeClocks(change);
            return clock.read();
        });
    }

    /** Makes all movements wait for what others do. */
    void after(CompletableFuture<?> other) {
        mover.execute(other::join);
    }

    private boolean concerns(String instanceId) {
        return clocks.of(instanceId).equals(clock);
    }

    /**
     * Replaces what the deadlines are of, and sets all clocks with it. Deadlines that are overdue then have fired, in order, when
     * the result is there.
     *
     * @param alone runs what it is given while nothing else begins
     * @param replacing runs while no deadline fires; a failure leaves the clocks as they are
     * @param setting sets the clocks
     */
    CompletableFuture<EmulatorClock.Reading> replace(Consumer<Runnable> alone, Runnable replacing, Runnable setting) {
        return moveSoon(instanceId -> true, () -> {
            alone.accept(() -> deadlines.changeClocks(() -> {
                EmulatorClock.Reading before = clock.read();
                Map<String, EmulatorClock> own = clocks.own();
                setting.run();
                try {
                    replacing.run();
                } catch (RuntimeException e) {
                    clock.show(before);
                    clocks.replace(own);
                    throw e;
                }
            }));
            deadlines.fireDue();
            return clock.read();
        });
    }

    /** What the clock shows when the movements are complete that were asked for before. */
    public CompletableFuture<EmulatorClock.Reading> read() {
        return move(clock::read);
    }

    private CompletableFuture<EmulatorClock.Reading> move(Supplier<EmulatorClock.Reading> movement) {
        CompletableFuture<EmulatorClock.Reading> moved = new CompletableFuture<>();
        mover.execute(() -> {
            try {
                moved.complete(movement.get());
            } catch (RuntimeException | Error e) { // a caller that waits is told of each
                moved.completeExceptionally(e);
            }
        });
        return moved;
    }

    /** Moves the clock; a movement that is under way waits for no other thread any more. */
    private CompletableFuture<EmulatorClock.Reading> moveSoon(
            Predicate<String> instanceIds, Supplier<EmulatorClock.Reading> movement) {
        impatient.incrementAndGet();
        deadlines.dropUnsettled(instanceIds);
        return move(() -> {
            impatient.decrementAndGet();
            return movement.get();
        });
    }

    private EmulatorClock.Reading atOnce(Runnable change) {
        return deadlines.withFiringPaused(() -> {
            change.run();
            return clock.read();
        });
    }

    /**
     * Checks a moment that a clock is to show.
     *
     * @throws ClockLimitExceeded if it is after {@link #MAX_INSTANT}
     */
    public static void requireReachable(Instant to) {
        if (to.isAfter(MAX_INSTANT)) {
            throw new ClockLimitExceeded("must not be later than " + MAX_INSTANT);
        }
    }

    /**
     * The moment that is so far ahead.
     *
     * @throws ClockLimitExceeded if the step is negative or ends after {@link #MAX_INSTANT}
     */
    public static Instant target(Instant now, Duration step) {
        if (step.isNegative() || step.compareTo(Duration.between(now, MAX_INSTANT)) > 0) {
            throw new ClockLimitExceeded("must not pass " + MAX_INSTANT);
        }
        return now.plus(step);
    }

    /** Freezes the clock where it is, or at its target if that is earlier; returns how it ran before. */
    private EmulatorClock.Reading halt(UnaryOperator<Instant> target) {
        return deadlines.withFiringPaused(() -> {
            EmulatorClock.Reading before = clock.read();
            Instant to = target.apply(before.now());
            clock.freezeAt(before.now().isBefore(to) ? before.now() : to);
            return before;
        });
    }

    /** Goes from deadline to deadline, those included that are scheduled on the way; the clock stands at the target then. */
    private void travelTo(Instant target) {
        long end = System.nanoTime() + MAX_SETTLING.toNanos();
        do {
            long left = impatient.get() > 0 ? 0 : Math.max(0, end - System.nanoTime());
            deadlines.settle(clock, Duration.ofNanos(left));
        } while (deadlines.stepTowards(clock, target));
    }

    /** Takes no further movement; those that were asked for are completed. */
    @Override
    public void close() {
        mover.shutdown();
    }
}
