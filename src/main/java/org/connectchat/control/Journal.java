package org.connectchat.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.connectchat.restjson.AnsweredCall;
import org.connectchat.restjson.CallObserver;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Remembers the calls of AWS operations, each when it is over: a bounded number of them in a bounded number of bytes. It
 * keeps bodies as they came; {@link JournaledCall} reads them for whoever looks.
 */
@Component
final class Journal implements CallObserver, Resettable {

    private static final long MOST_BYTES = 32L << 20;
    /** Each is shown every call, and holds a connection. */
    private static final int MOST_WAITERS = 100;

    private final int maxCalls;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long lastNumber;
    private long bytes;

    Journal(JournalSettings settings) {
        this.maxCalls = settings.maxCalls();
    }

    @Override
    public void answered(AnsweredCall call) {
        List<Waiter> satisfied = List.of();
        lock.lock();
        try {
            lastNumber++;
            JournalEntry entry = new JournalEntry(lastNumber, call);
            entries.addLast(entry);
            bytes += entry.weight();
            while (entries.size() > maxCalls || bytes > MOST_BYTES) {
                bytes -= entries.removeFirst().weight();
            }
            if (!waiters.isEmpty()) {
                satisfied = waiters.stream().filter(waiter -> waiter.see(entry)).toList();
                waiters.removeAll(satisfied);
            }
        } finally {
            lock.unlock();
        }
        satisfied.forEach(Waiter::release);
    }

    /** The oldest of those that are meant, at most so many. */
    List<JournalEntry> find(Predicate<JournalEntry> meant, int limit) {
        return snapshot().stream().filter(meant).limit(limit).toList();
    }

    long count(Predicate<JournalEntry> meant) {
        return snapshot().stream().filter(meant).count();
    }

    /** Filtering is not to hold up calls. */
    private List<JournalEntry> snapshot() {
        lock.lock();
        try {
            return new ArrayList<>(entries);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Shows calls to a waiter, those with a greater number that are there and those to come, until it is satisfied or
     * dismissed.
     */
    void show(Waiter waiter, long after) {
        if (enlist(waiter, after)) {
            waiter.release();
        }
    }

    /** Returns whether it is satisfied already. */
    private boolean enlist(Waiter waiter, long after) {
        lock.lock();
        try {
            for (JournalEntry entry : entries) {
                if (entry.number() > after && waiter.see(entry)) {
                    return true;
                }
            }
            if (waiters.size() >= MOST_WAITERS) {
                throw ControlProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "There are " + MOST_WAITERS + " waiting for calls already; no more can");
            }
            waiters.add(waiter);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Shows a waiter no more calls.
     *
     * @return what it has found, fewer than it waits for; null if it was satisfied or dismissed already
     */
    @Nullable
    List<JournalEntry> dismiss(Waiter waiter) {
        lock.lock();
        try {
            return waiters.remove(waiter) ? waiter.found() : null;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for calls. */
    int waiting() {
        lock.lock();
        try {
            return waiters.size();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all calls; who waits, waits for calls that are yet to come. */
    void clear() {
        lock.lock();
        try {
            entries.clear();
            bytes = 0;
            waiters.forEach(Waiter::forget);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void reset() {
        clear();
    }
}
