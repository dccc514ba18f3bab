package org.connectchat.control.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A request that waits for calls, without a thread. The journal shows it every call under its lock. */
final class CallWaiter {

    /**
     * The bytes of bodies that each waiter keeps, because the journal may remove the bodies before the waiter is
     * satisfied.
     */
    private static final long MAX_BYTES = 320L << 10;

    private final CallFilter filter;
    private final int count;
    private final Consumer<List<JournalEntry>> satisfied;
    private final List<JournalEntry> found = new ArrayList<>();
    private long bytes;

    /**
     * Creates a waiter.
     *
     * @param satisfied gets the calls as soon as the count is reached, outside the lock; must be quick
     */
    CallWaiter(CallFilter filter, int count, Consumer<List<JournalEntry>> satisfied) {
        this.filter = filter;
        this.count = count;
        this.satisfied = satisfied;
    }

    /** Takes a call if it matches; returns whether the waiter has all calls that it waits for. */
    boolean see(JournalEntry entry) {
        if (found.size() < count && filter.matches(entry)) {
            bytes += entry.weight();
            found.add(bytes <= MAX_BYTES ? entry : entry.withoutBody());
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

    /** Hands over the calls. A satisfied waiter takes no further call. */
    void release() {
        satisfied.accept(found());
    }

    List<JournalEntry> found() {
        return List.copyOf(found);
    }
}
