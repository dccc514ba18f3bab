package org.connectchat.chat.memory;

import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * The bytes that one chat has taken of the budget. Closing the account gives all of them back at once, so a forgotten
 * chat takes no memory. Calls on a closed account change nothing.
 */
public final class MemoryAccount {

    private static final long CLOSED = Long.MIN_VALUE;

    private static final AtomicLongFieldUpdater<MemoryAccount> BALANCE =
            AtomicLongFieldUpdater.newUpdater(MemoryAccount.class, "balance");

    private volatile MemoryPool pool;
    private volatile long balance;

    public MemoryAccount(MemoryPool pool) {
        this.pool = pool;
    }

    /** An account with a pool of its own. */
    public MemoryAccount(MemoryBudget budget) {
        this(new MemoryPool(budget));
    }

    /** Takes bytes unless the budget, or the part of it that one chat may have, is used up. */
    public boolean take(long bytes) {
        if (isClosed()) {
            return true;
        }
        if (!pool.take(bytes)) {
            return false;
        }
        if (add(bytes, pool.limitOfOne())) {
            return true;
        }
        pool.giveBack(bytes);
        return isClosed();
    }

    private boolean isClosed() {
        return balance == CLOSED || pool.isClosed();
    }

    /** Takes bytes even beyond the limit, for what is bounded elsewhere or cannot be refused. */
    public void hold(long bytes) {
        pool.hold(bytes);
        if (!add(bytes, Long.MAX_VALUE)) {
            pool.giveBack(bytes);
        }
    }

    public void giveBack(long bytes) {
        if (add(-bytes, Long.MAX_VALUE)) {
            pool.giveBack(bytes);
        }
    }

    /** Takes all bytes from another pool from now on, because the chat was loaded. No other thread knows the account yet. */
    public void moveTo(MemoryPool other) {
        MemoryPool before = pool;
        pool = other;
        other.hold(balance);
        before.giveBack(balance);
    }

    /** Whether the chat would exceed the part of the budget that one chat may take. */
    public boolean isAtItsLimit(long more) {
        return balance + more > pool.limitOfOne();
    }

    /** Gives all bytes back, because the chat is forgotten. */
    public void close() {
        long all = BALANCE.getAndSet(this, CLOSED);
        if (all != CLOSED) {
            pool.giveBack(all);
        }
    }

    private boolean add(long bytes, long most) {
        long before = balance;
        while (before != CLOSED && before + bytes <= most) {
            if (BALANCE.compareAndSet(this, before, before + bytes)) {
                return true;
            }
            before = balance;
        }
        return false;
    }

    @Override
    public String toString() {
        long taken = balance;
        return taken == CLOSED ? "closed" : taken + " bytes";
    }
}
