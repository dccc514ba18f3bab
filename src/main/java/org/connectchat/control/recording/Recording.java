package org.connectchat.control.recording;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.control.ControlProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Keeps the latest records, a bounded number of them in a bounded number of bytes, at most an eighth of the memory for chats.
 * The oldest are removed first.
 */
public final class Recording<T extends Recorded<T>> {

    private static final long MAX_BYTES = 32L << 20;
    private static final int PARTS_OF_MEMORY = 8;
    /** Each waiter sees every record and holds a connection. */
    private static final int MAX_WAITERS = 100;

    private final int maxCount;
    private final long maxBytes;
    private final MemoryBudget memory;
    private final Executor releasing;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Deque<T> records = new ArrayDeque<>();

    @GuardedBy("lock")
    private final List<Waiter<T>> waiters = new ArrayList<>();

    @GuardedBy("lock")
    private long lastNumber;

    @GuardedBy("lock")
    private long bytes;

    /**
     * @param releasing releases waiters; another thread if records are added under a lock
     */
    public Recording(int maxCount, MemoryBudget memory, Executor releasing) {
        this.maxCount = maxCount;
        this.memory = memory;
        this.maxBytes = Math.min(MAX_BYTES, memory.limit() / PARTS_OF_MEMORY);
        this.releasing = releasing;
    }

    /** Adds the record that is made with the next number. */
    public void add(LongFunction<T> numbered) {
        List<Waiter<T>> satisfied = List.of();
        lock.lock();
        try {
            lastNumber++;
            T record = numbered.apply(lastNumber);
            records.addLast(record);
            weigh(record.weight());
            while (records.size() > maxCount || bytes > maxBytes) {
                weigh(-records.removeFirst().weight());
            }
            if (!waiters.isEmpty()) {
                satisfied =
                        waiters.stream().filter(waiter -> waiter.see(record)).toList();
                waiters.removeAll(satisfied);
            }
        } finally {
            lock.unlock();
        }
        satisfied.forEach(waiter -> releasing.execute(waiter::release));
    }

    @GuardedBy("lock")
    private void weigh(long more) {
        bytes += more;
        memory.hold(more);
    }

    /** The oldest matching records, at most as many as the limit. */
    public List<T> find(Predicate<T> wanted, int limit) {
        return snapshot().stream().filter(wanted).limit(limit).toList();
    }

    /** How many records match. */
    public long count(Predicate<T> wanted) {
        return snapshot().stream().filter(wanted).count();
    }

    /** All records, oldest first: a copy, so that filtering does not hold the lock. */
    public List<T> snapshot() {
        lock.lock();
        try {
            return new ArrayList<>(records);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Shows records to a waiter until it is satisfied or dismissed: those that are kept with a greater number, then each new
     * one.
     */
    void show(Waiter<T> waiter, long after) {
        if (enlist(waiter, after)) {
            waiter.release();
        }
    }

    /** Returns whether the records that are kept satisfy the waiter. */
    private boolean enlist(Waiter<T> waiter, long after) {
        lock.lock();
        try {
            for (T record : records) {
                if (record.number() > after && waiter.see(record)) {
                    return true;
                }
            }
            if (waiters.size() >= MAX_WAITERS) {
                throw ControlProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Too many waiters: at most " + MAX_WAITERS + " calls may wait at once");
            }
            waiters.add(waiter);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stops showing records to a waiter.
     *
     * @return what it has found, less than it waits for; null if it was satisfied or dismissed before
     */
    @Nullable
    List<T> dismiss(Waiter<T> waiter) {
        lock.lock();
        try {
            return waiters.remove(waiter) ? waiter.found() : null;
        } finally {
            lock.unlock();
        }
    }

    /** The number of waiters. */
    public int waiting() {
        lock.lock();
        try {
            return waiters.size();
        } finally {
            lock.unlock();
        }
    }

    /** Removes all records; numbers go on. Waiters go on waiting, for new records only. */
    public void clear() {
        forget(record -> true);
    }

    /** Removes some records; numbers go on. Waiters keep the other ones that they have found. */
    public void forget(Predicate<T> unwanted) {
        lock.lock();
        try {
            records.removeIf(unwanted);
            weigh(records.stream().mapToLong(Recorded::weight).sum() - bytes);
            waiters.forEach(waiter -> waiter.forget(unwanted));
        } finally {
            lock.unlock();
        }
    }
}
