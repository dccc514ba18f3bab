package org.connectchat.chat.time;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that expires, in one queue on one clock, fired in the order of its moments.
 *
 * <p>A deadline is found again by its value, so whoever scheduled it needs no handle to cancel it.
 */
public final class Deadlines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    /** The wall clock may be set while we wait, so never sleep longer than this. */
    private static final Duration MAX_SLEEP = Duration.ofMillis(250);

    private final EmulatorClock clock;
    private final ConcurrentSkipListMap<Deadline, Runnable> queue = new ConcurrentSkipListMap<>();
    private final ReentrantLock firing = new ReentrantLock();
    private final Thread thread = new Thread(this::run, "deadlines");
    private volatile boolean idle;
    private volatile boolean closed;

    public Deadlines(EmulatorClock clock) {
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Starts firing by itself. Without it, only {@link #fireDue()} fires. */
    public Deadlines start() {
        thread.start();
        return this;
    }

    public void schedule(Deadline deadline, Runnable action) {
        queue.put(deadline, action);
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    public void cancel(Deadline deadline) {
        queue.remove(deadline);
    }

    /** The deadlines of one chat, soonest first. */
    public List<Deadline> waitingFor(String sessionId) {
        return queue.keySet().stream()
                .filter(deadline -> deadline.sessionId().equals(sessionId))
                .toList();
    }

    /** How many deadlines are still to come. */
    public int waiting() {
        return queue.size();
    }

    /** Fires, in order, everything whose moment has come by the clock; returns when all of it is done. */
    public void fireDue() {
        firing.lock();
        try {
            Map.Entry<Deadline, Runnable> next = queue.firstEntry();
            while (next != null && !next.getKey().at().isAfter(clock.instant())) {
                if (queue.remove(next.getKey(), next.getValue())) {
                    fire(next.getKey(), next.getValue());
                }
                next = queue.firstEntry();
            }
        } finally {
            firing.unlock();
        }
    }

    /**
     * Changes the clock while nothing fires; whoever else wants to change it waits.
     *
     * @param change may call {@link #stepTo}
     */
    <T> T withFiringPaused(Supplier<T> change) {
        firing.lock();
        try {
            return change.get();
        } finally {
            firing.unlock();
            LockSupport.unpark(thread);
        }
    }

    /**
     * Lets the clock stand at the moment of each deadline up to the target, in order, and fires it there, those too that
     * are scheduled on the way; at last the clock stands at the target. To be called {@link #withFiringPaused}.
     */
    void stepTo(Instant target) {
        clock.freezeAt(earlier(clock.instant(), target));
        Map.Entry<Deadline, Runnable> next = queue.firstEntry();
        while (next != null && !next.getKey().at().isAfter(target)) {
            if (queue.remove(next.getKey(), next.getValue())) {
                if (next.getKey().at().isAfter(clock.instant())) {
                    clock.freezeAt(next.getKey().at());
                }
                fire(next.getKey(), next.getValue());
            }
            next = queue.firstEntry();
        }
        clock.freezeAt(target);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static void fire(Deadline deadline, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            // One deadline that goes wrong must not keep the others from firing.
            LOG.error("{} failed", deadline, e);
        }
    }

    private void run() {
        while (!closed) {
            fireDue();
            Map.Entry<Deadline, Runnable> next = queue.firstEntry();
            if (next == null) {
                waitForWork();
            } else {
                LockSupport.parkNanos(this, untilDue(next.getKey()).toNanos());
            }
        }
    }

    /** Says that it is idle before it looks once more: whoever schedules sees that, or it sees what was scheduled. */
    private void waitForWork() {
        idle = true;
        if (queue.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        idle = false;
    }

    private Duration untilDue(Deadline deadline) {
        if (clock.isFrozen()) {
            return MAX_SLEEP; // it comes no nearer; whoever moves the clock wakes us
        }
        Duration wait = Duration.between(clock.instant(), deadline.at());
        if (wait.isNegative()) {
            return Duration.ZERO; // a clock that was moved by centuries would not fit into nanoseconds
        }
        return wait.compareTo(MAX_SLEEP) < 0 ? wait : MAX_SLEEP;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
