package org.connectchat.control.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A request that waits for calls, without a thread. The journal shows it every call under its lock. */
final class CallWaiter {

    /** So much of bodies is kept for each who waits, as the journal may forget them meanwhile. */
    private static final long MOST_BYTES = 320L << 10;

    private final CallFilter filter;
    private final int count;
    private final Consumer<List<JournalEntry>> satisfied;
    private final List<JournalEntry> found = new ArrayList<>();
    private long bytes;

    /**
     * Waits.
     *
     * @param satisfied is given the calls when as many as the count have come, outside of the lock; must be quick
     */
    CallWaiter(CallFilter filter, int count, Consumer<List<JournalEntry>> satisfied) {
        this.filter = filter;
        this.count = count;
        this.satisfied = satisfied;
    }

    /** Returns whether it has all that it waits for. */
    boolean see(JournalEntry entry) {
        if (found.size() < count && filter.matches(entry)) {
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

    /** Gives what it has waited for. When it is satisfied, nothing is found any more. */
    void release() {
        satisfied.accept(found());
    }

    List<JournalEntry> found() {
        return List.copyOf(found);
    }
}
