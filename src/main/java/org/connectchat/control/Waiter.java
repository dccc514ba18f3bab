package org.connectchat.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Somebody who waits for calls. The journal shows it every call under its lock; only the waiting is outside. */
final class Waiter {

    /** So much of bodies is kept for each who waits, as the journal may forget them meanwhile. */
    private static final long MOST_BYTES = 320L << 10;

    private final CallFilter filter;
    private final int count;
    private final List<JournalEntry> found = new ArrayList<>();
    private long bytes;
    private final CountDownLatch done = new CountDownLatch(1);

    Waiter(CallFilter filter, int count) {
        this.filter = filter;
        this.count = count;
    }

    /** Returns whether it has all that it waits for. */
    boolean see(JournalEntry entry) {
        if (found.size() < count && filter.matches(entry.call())) {
            bytes += entry.weight();
            found.add(bytes <= MOST_BYTES ? entry : entry.withoutBody());
        }
        return isSatisfied();
    }

    boolean isSatisfied() {
        return found.size() >= count;
    }

    void forget() {
        found.clear();
        bytes = 0;
    }

    void release() {
        done.countDown();
    }

    /** Returns whether it was released in time. */
    boolean await(Duration timeout) throws InterruptedException {
        return done.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    List<JournalEntry> found() {
        return List.copyOf(found);
    }
}
