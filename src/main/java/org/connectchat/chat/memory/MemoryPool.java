package org.connectchat.chat.memory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of a budget that many accounts have taken. Closing it gives all of them back at once, without a look at the accounts,
 * which then change nothing any more.
 */
public final class MemoryPool {

    private static final long CLOSED = Long.MIN_VALUE;

    private final MemoryBudget budget;
    private final AtomicLong taken = new AtomicLong();

    public MemoryPool(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Takes bytes if the budget has enough left. */
    boolean take(long bytes) {
        if (!budget.take(bytes)) {
            return isClosed();
        }
        if (!add(bytes)) {
            budget.giveBack(bytes);
        }
        return true;
    }

    /** Takes bytes even beyond the limit. */
    void hold(long bytes) {
        budget.hold(bytes);
        if (!add(bytes)) {
            budget.giveBack(bytes);
        }
    }

    void giveBack(long bytes) {
        if (add(-bytes)) {
            budget.giveBack(bytes);
        }
    }

    boolean isClosed() {
        return taken.get() == CLOSED;
    }

    /** The most that one account may have. */
    long limitOfOne() {
        return budget.limitOfOne();
    }

    /** Gives back all bytes of all accounts. */
    public void close() {
        long all = taken.getAndSet(CLOSED);
        if (all != CLOSED) {
            budget.giveBack(all);
        }
    }

    private boolean add(long bytes) {
        long before = taken.get();
        while (before != CLOSED) {
            if (taken.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = taken.get();
        }
        return false;
    }
}
