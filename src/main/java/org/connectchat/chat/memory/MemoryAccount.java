package org.connectchat.chat.memory;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that one chat has taken of the budget. Closing the account gives all of them back at once, so a forgotten
 * chat takes no memory. Calls on a closed account change nothing.
 */
public final class MemoryAccount {

    private static final long CLOSED = Long.MIN_VALUE;

    private volatile MemoryBudget budget;
    private final AtomicLong balance = new AtomicLong();

    public MemoryAccount(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Takes bytes unless the budget, or the part of it that one chat may have, is used up. */
    public boolean take(long bytes) {
        if (balance.get() == CLOSED) {
            return true;
        }
        if (!budget.take(bytes)) {
            return false;
        }
        if (add(bytes, budget.limitOfOne())) {
            return true;
        }
        budget.giveBack(bytes);
        return balance.get() == CLOSED;
    }

    /** Takes bytes even beyond the limit, for what is bounded elsewhere or cannot be refused. */
    public void hold(long bytes) {
        budget.hold(bytes);
        if (!add(bytes, Long.MAX_VALUE)) {
            budget.giveBack(bytes);
        }
    }

    public void giveBack(long bytes) {
        if (add(-bytes, Long.MAX_VALUE)) {
            budget.giveBack(bytes);
        }
    }

    /** Takes all bytes from another budget from now on, because the chat was loaded. No other thread knows the account yet. */
    public void moveTo(MemoryBudget other) {
        MemoryBudget before = budget;
        budget = other;
        other.hold(balance.get());
        before.giveBack(balance.get());
    }

    /** Whether the chat would exceed the part of the budget that one chat may take. */
    public boolean isAtItsLimit(long more) {
        return balance.get() + more > budget.limitOfOne();
    }

    /** Gives all bytes back, because the chat is forgotten. */
    public void close() {
        long all = balance.getAndSet(CLOSED);
        if (all != CLOSED) {
            budget.giveBack(all);
        }
    }

    private boolean add(long bytes, long most) {
        long before = balance.get();
        while (before != CLOSED && before + bytes <= most) {
            if (balance.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = balance.get();
        }
        return false;
    }

    @Override
    public String toString() {
        long taken = balance.get();
        return taken == CLOSED ? "closed" : taken + " bytes";
    }
}
