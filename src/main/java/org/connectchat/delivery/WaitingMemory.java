package org.connectchat.delivery;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that the waiting items of all lanes take, and its limit. */
final class WaitingMemory {

    private final long limit;
    private final AtomicLong taken = new AtomicLong();

    WaitingMemory(long limit) {
        this.limit = limit;
    }

    /** Takes bytes; false if fewer are free. */
    boolean take(long bytes) {
        long before;
        do {
            before = taken.get();
            if (bytes > limit - before) {
                return false;
            }
        } while (!taken.compareAndSet(before, before + bytes));
        return true;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** How many bytes are taken. */
    long taken() {
        return taken.get();
    }

    long limit() {
        return limit;
    }
}
