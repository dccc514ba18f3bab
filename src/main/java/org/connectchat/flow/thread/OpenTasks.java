package org.connectchat.flow.thread;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts tasks that were given to threads and have not ended. */
final class OpenTasks {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition none = lock.newCondition();

    @GuardedBy("lock")
    private long open;

    /** How often the open tasks have been dropped. */
    @GuardedBy("lock")
    private long drops;

    /** Counts a task; returns what {@link #remove} takes. */
    long add() {
        lock.lock();
        try {
            open++;
            return drops;
        } finally {
            lock.unlock();
        }
    }

    void remove(long dropsBefore) {
        lock.lock();
        try {
            if (dropsBefore == drops) {
                open--;
                if (open == 0) {
                    none.signalAll();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Counts the tasks no more that are open, whenever they end. */
    void drop() {
        lock.lock();
        try {
            drops++;
            open = 0;
            none.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until no task is open, or the time is over. */
    void await(Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (open > 0 && left > 0) {
                left = none.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
