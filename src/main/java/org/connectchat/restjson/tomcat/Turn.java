package org.connectchat.restjson.tomcat;

import org.jspecify.annotations.Nullable;

/**
 * What a connection may do before others get the thread: handle some requests, or read some bytes. A client may send faster
 * than its requests or frames are handled, and a turn without a bound would never end.
 *
 * <p>Turns of one connection follow each other under the lock of the connection. Other threads, such as one that reads a
 * body later, have no bound.
 */
final class Turn {

    /** Requests that a client may send without waiting for the responses. */
    static final int REQUESTS = 8;

    /** Bytes of heads and bodies, which cost little each. */
    static final int BYTES = 1 << 20;

    /** Bytes of a WebSocket, of which every few may be a frame. */
    static final int SOCKET_BYTES = 8 << 10;

    private final int bytesAllowed;
    private volatile @Nullable Thread thread;
    private volatile boolean cut;
    private volatile boolean behind;
    private boolean nothingLeft = true;
    private int bytes;
    private int requests;

    Turn(int bytesAllowed) {
        this.bytesAllowed = bytesAllowed;
    }

    /**
     * Begins a turn on this thread.
     *
     * @param waited whether others were served first. Otherwise what was done since there was nothing to read counts too
     */
    void begin(boolean waited) {
        if (waited || nothingLeft) {
            bytes = bytesAllowed;
            requests = REQUESTS;
        }
        nothingLeft = false;
        cut = false;
        thread = Thread.currentThread();
    }

    void end() {
        behind = isUsedUp() && !nothingLeft;
        thread = null;
    }

    /** Whether this thread must not read more now. Notes that there may be more to read. */
    boolean isOver() {
        if (!isOnThisThread() || !isUsedUp()) {
            return false;
        }
        cut = true;
        return true;
    }

    private boolean isUsedUp() {
        return bytes <= 0 || requests <= 0;
    }

    /** Counts bytes that were read; a negative number is the end of the stream. */
    void read(int count) {
        if (isOnThisThread()) {
            bytes -= Math.max(0, count);
            nothingLeft = count <= 0;
        }
    }

    /** Counts a request that was handled; returns whether it was the last one of this turn. */
    boolean handled() {
        return isOnThisThread() && --requests <= 0;
    }

    /** There was nothing to read, also for a thread that has no bound, so the poller will tell when there is. */
    void nothingToRead() {
        cut = false;
    }

    /** Whether there may be more to read, of which the poller would not tell. */
    boolean isCut() {
        return cut;
    }

    /** Whether the last turn used up all of it, so that the next one comes behind those of other connections. */
    boolean isBehind() {
        return behind;
    }

    boolean isOnThisThread() {
        return thread == Thread.currentThread();
    }
}
