package org.connectchat.chat.memory;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rule R13: bounds the bytes that all chats take together. The heap must hold requests in flight too, so the limit is a
 * share of it. One counter is exact under any number of threads: each byte is added once and given back once.
 */
public final class MemoryBudget {

    private static final Logger LOG = LoggerFactory.getLogger(MemoryBudget.class);

    /** The live heap of an emulator without chats, measured on JDK 17 and 25: 22 to 26 MB. */
    private static final long OWN_NEED = 32L << 20;
    /** Even if the heap is hardly larger than the emulator's own need, chats get this part of the share. */
    private static final int SMALLEST_PART = 16;

    /** The messages that were logged since the memory was last plentiful. */
    private static final int NOTHING = 0;

    private static final int ENDED_CHATS_GO = 1;
    private static final int REFUSED = 2;

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicInteger said = new AtomicInteger();

    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** The budget for a heap of this maximum size. */
    public static MemoryBudget ofHeap(long maximumHeap, double share) {
        return new MemoryBudget(
                (long) Math.max(beyondOwnNeed(maximumHeap) * share, maximumHeap * share / SMALLEST_PART));
    }

    /** What a heap of this maximum size has beyond the emulator's own need. */
    public static long beyondOwnNeed(long maximumHeap) {
        return maximumHeap - OWN_NEED;
    }

    /** How many bytes are taken. */
    public long used() {
        return used.get();
    }

    /** How many bytes may be taken. */
    public long limit() {
        return limit;
    }

    /** The most that one chat may take, so that room is left for others. */
    long limitOfOne() {
        return limit / 2;
    }

    /** Takes bytes if enough are left. */
    boolean take(long bytes) {
        long before = used.get();
        while (before + bytes <= limit) {
            if (used.compareAndSet(before, before + bytes)) {
                return true;
            }
            before = used.get();
        }
        return false;
    }

    /** Takes bytes even beyond the limit, for what is bounded elsewhere. */
    public void hold(long bytes) {
        used.addAndGet(bytes);
    }

    /** Gives back what was taken or held. */
    public void giveBack(long bytes) {
        long now = used.addAndGet(-bytes);
        if (said.get() != NOTHING && now < limit - limit / 4) {
            said.set(NOTHING);
        }
    }

    /** Logs, once until memory is plentiful again, that ended chats are forgotten early. */
    public void endedChatsGo() {
        if (said.compareAndSet(NOTHING, ENDED_CHATS_GO)) {
            LOG.info(
                    "The memory for chats is full ({}): ended chats are forgotten before their retention is over,"
                            + " the oldest first",
                    this);
        }
    }

    /** Logs, once until memory is plentiful again, that calls are refused. */
    public void refused() {
        if (said.getAndSet(REFUSED) != REFUSED) {
            LOG.warn("The memory for chats is full ({}): calls that need more are refused. {}", this, remedy());
        }
    }

    /** What the operator of the emulator can do. */
    public static String remedy() {
        return "End chats, call POST /_emulator/reset, or start the emulator with a larger heap (-Xmx) or a larger"
                + " emulator.memory.share.";
    }

    @Override
    public String toString() {
        return megabytes(used()) + " of " + megabytes(limit) + " MB";
    }

    private static String megabytes(long bytes) {
        return String.valueOf(Math.round(bytes / 104_857.6) / 10.0);
    }
}
