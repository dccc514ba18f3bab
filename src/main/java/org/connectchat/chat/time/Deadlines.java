package org.connectchat.chat.time;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All deadlines of all chats, in one queue on one clock, fired in the order of their moments.
 *
 * <p>A deadline is found by its value, so a caller needs no handle to cancel it.
 */
public final class Deadlines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    /** The thread never sleeps longer than this, because the system clock may be set meanwhile. */
    private static final Duration MAX_SLEEP = Duration.ofMillis(250);

    private final EmulatorClock clock;
    private volatile ConcurrentSkipListMap<Deadline, Runnable> queue = new ConcurrentSkipListMap<>();
    private final ReentrantLock firing = new ReentrantLock(true);
    private final Thread thread = new Thread(this::run, "deadlines");
    private volatile Settling settling = atMost -> {};

    /** Whether the thread has fired a deadline since a movement of the clock has looked. */
    @GuardedBy("firing")
    private boolean unsettled;

    private volatile boolean idle;
    private volatile boolean closed;

    public Deadlines(EmulatorClock clock) {
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Starts the thread that fires deadlines. Without it, only {@link #fireDue()} fires. */
    public Deadlines start() {
        thread.start();
        return this;
    }

    /** Waits until everything has been done that was begun on other threads. */
    @FunctionalInterface
    public interface Settling {

        /** Waits so long of real time at most. */
        void await(Duration atMost);

        /** Ends the waits for what was begun until now, and waits for it no more. */
        default void drop() {}
    }

    /**
     * Sets what the clock waits for before it is moved on, so that what begins at a moment waits from that moment on (rule
     * F80).
     */
    public void settleWith(Settling newSettling) {
        settling = newSettling;
    }

    /** The clock waits no longer for what was begun until now, because its chats are removed (rule F49). */
    void dropUnsettled() {
        settling.drop();
    }

    /** Waits until everything has been done that was begun, so long at most. The caller holds no lock. */
    void settle(Duration atMost) {
        settling.await(atMost);
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

    /** Forgets all deadlines, without a look at them. */
    public void clear() {
        queue = new ConcurrentSkipListMap<>();
    }

    /** The deadlines of one chat, soonest first. */
    public List<Deadline> waitingFor(String sessionId) {
        return queue.keySet().stream()
                .filter(deadline -> deadline.sessionId().equals(sessionId))
                .toList();
    }

    /** The soonest deadline of each of these sessions that waits for one. */
    public Map<String, Deadline> soonest(Set<String> sessionIds) {
        Map<String, Deadline> soonest = new HashMap<>();
        for (Deadline deadline : queue.keySet()) {
            if (sessionIds.contains(deadline.sessionId())) {
                soonest.putIfAbsent(deadline.sessionId(), deadline);
            }
        }
        return soonest;
    }

    /** How many deadlines are scheduled. */
    public int waiting() {
        return queue.size();
    }

    /** Fires all deadlines that are due by the clock, in order; returns when all actions have run. */
    public void fireDue() {
        boolean fired = true;
        while (fired) {
            fired = fireNextDue();
        }
    }

    /** Holds the lock for one deadline only, so that a reset does not wait for all that are due. */
    private boolean fireNextDue() {
        firing.lock();
        try {
            Map.Entry<Deadline, Runnable> next = queue.firstEntry();
            if (next == null || next.getKey().at().isAfter(clock.instant())) {
                return false;
            }
            if (queue.remove(next.getKey(), next.getValue())) {
                unsettled = true;
                fire(next.getKey(), next.getValue());
            }
            return true;
        } finally {
            firing.unlock();
        }
    }

    /** Makes a change, such as one of the clock, while no deadline fires. */
    public <T> T withFiringPaused(Supplier<T> change) {
        firing.lock();
        try {
            return change.get();
        } finally {
            firing.unlock();
            LockSupport.unpark(thread);
        }
    }

    /**
     * Freezes the clock at the moment of the next deadline up to the target, and fires the deadline there; without one,
     * freezes the clock at the target. The clock stays where it is if another thread has fired a deadline there meanwhile.
     *
     * @return whether a deadline has fired, so that the caller settles and calls again
     */
    boolean stepTowards(Instant target) {
        firing.lock();
        try {
            if (unsettled) {
                unsettled = false;
                return true;
            }
            Map.Entry<Deadline, Runnable> next = queue.firstEntry();
            if (next == null || next.getKey().at().isAfter(target)) {
                clock.freezeAt(target);
                return false;
            }
            if (queue.remove(next.getKey(), next.getValue())) {
                if (next.getKey().at().isAfter(clock.instant())) {
                    clock.freezeAt(next.getKey().at());
                }
                fire(next.getKey(), next.getValue());
            }
            return true;
        } finally {
            firing.unlock();
        }
    }

    private static void fire(Deadline deadline, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            // A deadline that fails must not stop the others.
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

    /**
     * Sets idle before it reads the queue again: either the scheduling thread sees that this thread is idle, or this
     * thread sees the deadline.
     */
    private void waitForWork() {
        idle = true;
        if (queue.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        idle = false;
    }

    private Duration untilDue(Deadline deadline) {
        if (clock.isFrozen()) {
            return MAX_SLEEP; // the clock stands still; moving it wakes this thread
        }
        Duration wait = Duration.between(clock.instant(), deadline.at());
        if (wait.isNegative()) {
            return Duration.ZERO; // a deadline that is overdue by centuries does not fit into nanoseconds
        }
        return wait.compareTo(MAX_SLEEP) < 0 ? wait : MAX_SLEEP;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
