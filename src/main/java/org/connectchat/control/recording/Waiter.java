package org.connectchat.control.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A request that waits, without a thread, for what a recording will keep. It is shown everything under its lock. */
final class Waiter<T extends Recorded<T>> {

    /** The bytes that each waiter keeps in full, because the recording may remove them before the waiter is satisfied. */
    private static final long MAX_BYTES = 320L << 10;

    private final Predicate<T> filter;
    private final int count;
    private final Consumer<List<T>> satisfied;
    private final List<T> found = new ArrayList<>();
    private long bytes;

    /**
     * Creates a waiter.
     *
     * @param satisfied gets what was found as soon as the count is reached, outside the lock; must be quick
     */
    Waiter(Predicate<T> filter, int count, Consumer<List<T>> satisfied) {
        this.filter = filter;
        this.count = count;
        this.satisfied = satisfied;
    }

    /** Takes a record if it matches; returns whether the waiter has all that it waits for. */
    boolean see(T record) {
        if (found.size() < count && filter.test(record)) {
            bytes += record.weight();
            found.add(bytes <= MAX_BYTES ? record : record.shortened());
        }
        return found.size() >= count;
    }

    void forget(Predicate<T> unwanted) {
        found.removeIf(unwanted);
        bytes = found.stream().mapToLong(Recorded::weight).sum();
    }

    /** Hands over what was found. A satisfied waiter takes nothing more. */
    void release() {
        satisfied.accept(found());
    }

    List<T> found() {
        return List.copyOf(found);
    }
}
