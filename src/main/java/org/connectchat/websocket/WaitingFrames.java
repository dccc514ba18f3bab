package org.connectchat.websocket;

import java.util.concurrent.atomic.AtomicLong;
import org.connectchat.chat.memory.MemoryBudget;

/**
 * How many characters wait to be sent on all sockets together: what they may take is an eighth of the memory for chats. When
 * it is used up, a socket with more than its own share waiting is one whose reader is too slow.
 */
final class WaitingFrames {

    /** What each socket may let wait in any case; the weight of a socket includes it. */
    static final int OWN_SHARE = 16_384;

    private static final int PARTS_OF_MEMORY = 8;
    private static final int BYTES_A_CHARACTER = 2;

    private final MemoryBudget memory;
    private final AtomicLong characters = new AtomicLong();

    WaitingFrames(MemoryBudget memory) {
        this.memory = memory;
    }

    /** Lets another frame wait, or returns false if the socket, on which so many characters wait, has more than its share. */
    boolean admit(long waitingOnSocket, String frame) {
        boolean full = characters.get() * BYTES_A_CHARACTER > memory.limit() / PARTS_OF_MEMORY;
        if (full && waitingOnSocket > 0 && waitingOnSocket + frame.length() > OWN_SHARE) {
            return false;
        }
        characters.addAndGet(frame.length());
        memory.hold((long) BYTES_A_CHARACTER * frame.length());
        return true;
    }

    /** Gives back the characters of frames that wait no more. */
    void left(long count) {
        characters.addAndGet(-count);
        memory.giveBack(BYTES_A_CHARACTER * count);
    }
}
