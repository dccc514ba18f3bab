package org.connectchat.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
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
    private static final Duration LONGEST_SLEEP = Duration.ofMillis(250);

    /** What is due; the order decides between deadlines of the same moment. */
    public enum Kind {
        /** Rule B4. */
        CONNECTION,
        /** Rule B5. */
        DURATION,
        /** A chat timer: a participant has kept silent for long. */
        IDLE,
        /** The sockets that clients leave open after the end of a chat. */
        SOCKETS,
        /** An ended chat is no longer kept. */
        RETENTION
    }

    /**
     * A moment for one contact.
     *
     * @param subject what of the contact it is for; empty for all of it
     */
    public record Deadline(Instant at, Kind kind, String contactId, String subject) {

        Deadline(Instant at, Kind kind, String contactId) {
            this(at, kind, contactId, "");
        }
    }

    private static final Comparator<Deadline> IN_TIME = Comparator.comparing(Deadline::at)
            .thenComparing(Deadline::kind)
            .thenComparing(Deadline::contactId)
            .thenComparing(Deadline::subject);

    private final Clock clock;
    private final ConcurrentSkipListMap<Deadline, Runnable> queue = new ConcurrentSkipListMap<>(IN_TIME);
    private final ReentrantLock firing = new ReentrantLock();
    private final Thread thread = new Thread(this::run, "deadlines");
    private volatile boolean idle;
    private volatile boolean closed;

    public Deadlines(Clock clock) {
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Starts firing by itself. Without it, only {@link #fireDue()} fires. */
    public Deadlines started() {
        thread.start();
        return this;
    }

    void schedule(Deadline deadline, Runnable action) {
        queue.put(deadline, action);
        if (idle) {
            LockSupport.unpark(thread);
        }
    }

    void cancel(Deadline deadline) {
        queue.remove(deadline);
    }

    /** What waits for one contact, soonest first. */
    List<Deadline> waitingFor(String contactId) {
        return queue.keySet().stream()
                .filter(deadline -> deadline.contactId().equals(contactId))
                .toList();
    }

    int waiting() {
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
        Duration wait = Duration.between(clock.instant(), deadline.at());
        return wait.compareTo(LONGEST_SLEEP) < 0 ? wait : LONGEST_SLEEP;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
