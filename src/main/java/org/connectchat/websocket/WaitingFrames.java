package org.connectchat.websocket;

import java.util.concurrent.atomic.AtomicLong;
import org.connectchat.chat.memory.MemoryBudget;

/**
 * The characters that wait to be sent on all sockets together. They may take an eighth of the memory for chats. When it
 * is used up, a socket with more waiting characters than its own share is closed.
 */
final class WaitingFrames {

    /** The characters that may always wait on each socket; the weight of a socket includes them. */
    static final int OWN_SHARE = 16_384;

    private static final int PARTS_OF_MEMORY = 8;
    private static final int BYTES_A_CHARACTER = 2;

    private final MemoryBudget memory;
    private final AtomicLong characters = new AtomicLong();

    WaitingFrames(MemoryBudget memory) {
        this.memory = memory;
    }

    /** Lets another frame wait; returns false if the memory is used up and the socket has more than its share. */
    boolean admit(long waitingOnSocket, String frame) {
        boolean full = characters.get() * BYTES_A_CHARACTER > memory.limit() / PARTS_OF_MEMORY;
        if (full && waitingOnSocket > 0 && waitingOnSocket + frame.length() > OWN_SHARE) {
            return false;
        }
        characters.addAndGet(frame.length());
        memory.hold((long) BYTES_A_CHARACTER * frame.length());
        return true;
    }

    /** Gives back the characters of frames that no longer wait. */
    void left(long count) {
        characters.addAndGet(-count);
        memory.giveBack(BYTES_A_CHARACTER * count);
    }
}
