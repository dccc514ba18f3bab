package org.connectchat.websocket;

import java.util.concurrent.atomic.AtomicLong;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.websocket.frame.TextFrame;

/**
 * The bytes that wait to be sent on all sockets together. They may take an eighth of the memory for chats. When it is used
 * up, a socket with more waiting bytes than its own share is closed.
 */
final class WaitingFrames {

    /** The bytes that may always wait on each socket; the weight of a socket includes them. */
    static final int OWN_SHARE = 2_048;

    private static final int PARTS_OF_MEMORY = 8;

    private final MemoryBudget memory;
    private final AtomicLong bytes = new AtomicLong();

    WaitingFrames(MemoryBudget memory) {
        this.memory = memory;
    }

    /** Lets another frame wait; returns false if the memory is used up and the socket has more than its share. */
    boolean admit(long waitingOnSocket, TextFrame frame) {
        boolean full = bytes.get() > memory.limit() / PARTS_OF_MEMORY;
        if (full && waitingOnSocket > 0 && waitingOnSocket + frame.length() > OWN_SHARE) {
            return false;
        }
        bytes.addAndGet(frame.length());
        memory.hold(frame.length());
        return true;
    }

    /** Gives back the bytes of frames that no longer wait. */
    void left(long count) {
        bytes.addAndGet(-count);
        memory.giveBack(count);
    }
}
