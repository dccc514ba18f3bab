package org.connectchat.chat.time;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All deadlines of all chats. Those whose instances have the same clock fire in the order of their moments.
 *
 * <p>A deadline is found by its value, so a caller needs no handle to cancel it.
 */
public final class Deadlines implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    /** The thread never sleeps longer than this, because the system clock may be set meanwhile. */
    private static final Duration MAX_SLEEP = Duration.ofMillis(250);

    private final Clocks clocks;
    private volatile DeadlineQueues queues = new DeadlineQueues();
    private final ReentrantLock firing = new ReentrantLock(true);
    private final Thread thread = new Thread(this::run, "deadlines");
    private volatile Settling settling = (instanceIds, atMost) -> {};

    /** The clocks by which the thread has fired a deadline since a movement of theirs has looked. */
    @GuardedBy("firing")
    private final Set<EmulatorClock> unsettled = new HashSet<>();

    private volatile boolean idle;
    private volatile boolean closed;

    public Deadlines(Clocks clocks) {
        this.clocks = clocks;
        thread.setDaemon(true);
    }

    /** Starts the thread that fires deadlines. Without it, only {@link #fireDue()} fires. */
    public Deadlines start() {
        thread.start();
        return this;
    }

    /** Waits until everything has been done that was begun on other threads for some instances. */
    @FunctionalInterface
    public interface Settling {

        /** Waits so long of real time at most. */
        void await(Predicate<String> instanceIds, Duration atMost);

        /** Ends the waits for what was begun until now, and waits for it no more. */
        default void drop(Predicate<String> instanceIds) {}
    }

    /**
     * Sets what a clock waits for before it is moved on, so that what begins at a moment waits from that moment on (rule
     * F80).
     */
    public void settleWith(Settling newSettling) {
        settling = newSettling;
    }

    /** Clocks wait no longer for what was begun until now, because its chats are removed (rule F49). */
    void dropUnsettled(Predicate<String> instanceIds) {
        settling.drop(instanceIds);
    }

    /**
     * Waits until everything has been done that was begun for the instances of a clock, so long at most. The caller holds no
     * lock.
     */
    void settle(EmulatorClock clock, Duration atMost) {
        settling.await(instanceId -> clocks.of(instanceId).equals(clock), atMost);
    }

    public void schedule(Deadline deadline, Runnable action) {
        queues.add(deadline, action);
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    public void cancel(Deadline deadline) {
        queues.remove(deadline);
    }

    /** Forgets all deadlines, without a look at them. */
    public void clear() {
        queues = new DeadlineQueues();
    }

    /** The deadlines of one chat, soonest first. */
    public List<Deadline> waitingFor(String sessionId) {
        return queues.all(deadline -> deadline.sessionId().equals(sessionId));
    }

    /** The soonest deadline of each of these sessions that waits for one. */
    public Map<String, Deadline> soonest(Set<String> sessionIds) {
        Map<String, Deadline> soonest = new HashMap<>();
        for (Deadline deadline : queues.all(each -> sessionIds.contains(each.sessionId()))) {
            soonest.putIfAbsent(deadline.sessionId(), deadline);
        }
        return soonest;
    }

    /** How many deadlines are scheduled. */
    public int waiting() {
        return queues.size();
    }

    /** Fires all deadlines that are due by the clocks of their instances, in order; returns when all actions have run. */
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
            Map.Entry<Deadline, Runnable> next = queues.first(this::isDue);
            if (next == null) {
                return false;
            }
            if (queues.remove(next)) {
                unsettled.add(clocks.of(next.getKey().instanceId()));
                fire(next.getKey(), next.getValue());
            }
            return true;
        } finally {
            firing.unlock();
        }
    }

    private boolean isDue(Deadline deadline) {
        return !deadline.at().isAfter(clocks.now(deadline.instanceId()));
    }

    /** Makes a change, such as one of a clock, while no deadline fires. */
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
     * Freezes a clock at the moment of the next deadline up to the target, and fires the deadline there; without one,
     * freezes the clock at the target. The clock stays where it is if another thread has fired a deadline there meanwhile.
     *
     * @return whether a deadline has fired, so that the caller settles and calls again
     */
    boolean stepTowards(EmulatorClock clock, Instant target) {
        firing.lock();
        try {
            if (unsettled.remove(clock)) {
                return true;
            }
            Map.Entry<Deadline, Runnable> next =
                    queues.first(deadline -> clocks.of(deadline.instanceId()).equals(clock));
            if (next == null || next.getKey().at().isAfter(target)) {
                clock.freezeAt(target);
                return false;
            }
            if (queues.remove(next)) {
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

    /** Changes the clocks of instances while no deadline fires. */
    void changeClocks(Runnable change) {
        firing.lock();
        try {
            change.run();
            unsettled.removeIf(
                    clock -> !clock.equals(clocks.emulator()) && !clocks.own().containsValue(clock));
        } finally {
            firing.unlock();
            LockSupport.unpark(thread);
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
            Duration wait = untilNext();
            if (wait == null) {
                waitForWork();
            } else {
                LockSupport.parkNanos(this, wait.toNanos());
            }
        }
    }

    /** The real time until the next deadline, or shorter; null if there is none. */
    private @Nullable Duration untilNext() {
        AtomicReference<@Nullable Duration> shortest = new AtomicReference<>();
        queues.eachFirst(deadline -> {
            Duration wait = untilDue(deadline);
            Duration before = shortest.get();
            if (before == null || wait.compareTo(before) < 0) {
                shortest.set(wait);
            }
        });
        return shortest.get();
    }

    /**
     * Sets idle before it reads the queue again: either the scheduling thread sees that this thread is idle, or this
     * thread sees the deadline.
     */
    private void waitForWork() {
        idle = true;
        if (queues.isEmpty() && !closed) {
            LockSupport.park(this);
        }
        idle = false;
    }

    private Duration untilDue(Deadline deadline) {
        EmulatorClock clock = clocks.of(deadline.instanceId());
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
