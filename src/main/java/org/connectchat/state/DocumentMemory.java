package org.connectchat.state;

import java.util.concurrent.atomic.AtomicLong;
import org.connectchat.chat.memory.MemoryBudget;

/**
 * Bounds the heap of documents that are read, beside the chats that they are to replace (rule V10). Those stay until a document
 * has been read and checked, so both are in the heap at once.
 */
final class DocumentMemory {

    /** Bodies, sockets and deliveries have bounds of their own; an eighth of the heap is left for what they need at once. */
    private static final int OTHERS = 8;

    private final MemoryBudget chats;
    private final long heap;
    private final AtomicLong taken = new AtomicLong();

    /** @param maximumHeap of the process, in bytes */
    DocumentMemory(MemoryBudget chats, long maximumHeap) {
        this.chats = chats;
        this.heap = MemoryBudget.beyondOwnNeed(maximumHeap) - maximumHeap / OTHERS;
    }

    /** Takes more bytes for a document. Chats may grow meanwhile, so each call compares anew. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= heap - chats.used()) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** How many bytes the heap leaves for documents. */
    long left() {
        return Math.max(0, heap - chats.used() - taken.get());
    }
}
