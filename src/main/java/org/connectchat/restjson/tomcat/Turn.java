package org.connectchat.restjson.tomcat;

import org.jspecify.annotations.Nullable;

/**
 * Bounds what a connection may do before other connections get the thread: a number of requests, and a number of bytes read and
 * written. A client may send faster than its requests or frames are handled, and a turn without a bound would then never end.
 *
 * <p>Turns of one connection follow each other under the lock of the connection. Other threads, such as a thread that
 * reads a body later, are not bounded.
 */
final class Turn {

    /** Requests that a client may send without waiting for the responses. */
    static final int REQUESTS = 8;

    /** Bytes of HTTP, which cost little: most of them are bodies. */
    static final int BYTES = 1 << 20;

    /** Bytes of responses. A response is written whole, so a turn may write more. */
    static final int RESPONSE_BYTES = 64 << 10;

    /** Bytes of a WebSocket, which cost more: a frame may have a few bytes only. */
    static final int SOCKET_BYTES = 8 << 10;

    private final int bytesAllowed;
    private volatile @Nullable Thread thread;
    private volatile boolean cut;
    private volatile boolean behind;
    private boolean nothingLeft = true;
    private int bytes;
    private int requests;
    private int responseBytes;
    private boolean ahead;

    Turn(int bytesAllowed) {
        this.bytesAllowed = bytesAllowed;
    }

    /**
     * Begins a turn on this thread.
     *
     * @param waited whether other connections were served first. If not, and the turn before left bytes unread of a client
     *     that sends ahead, this turn only has the rest of that turn's bounds
     */
    void begin(boolean waited) {
        if (waited || nothingLeft || (isUsedUp() && !sendsAhead())) {
            ahead = false;
            bytes = bytesAllowed;
            requests = REQUESTS;
            responseBytes = RESPONSE_BYTES;
        }
        nothingLeft = false;
        cut = false;
        thread = Thread.currentThread();
    }

    void end() {
        behind = isUsedUp() && !nothingLeft && sendsAhead();
        thread = null;
    }

    /** Whether this thread must not read more now. If so, the turn is cut: there may be more to read. */
    boolean isOver() {
        if (!isOnThisThread() || !isUsedUp()) {
            return false;
        }
        cut = true;
        return true;
    }

    private boolean isUsedUp() {
        return bytes <= 0 || requests <= 0 || responseBytes <= 0;
    }

    /**
     * Counts bytes that were read; a negative number is the end of the stream.
     *
     * @param all whether the connection had no more bytes at that moment
     */
    void read(int count, boolean all) {
        if (isOnThisThread()) {
            bytes -= Math.max(0, count);
            nothingLeft = count <= 0;
            ahead |= !all;
        }
    }

    /** Counts bytes that were written. */
    void wrote(int count) {
        if (isOnThisThread()) {
            responseBytes -= count;
        }
    }

    /**
     * Counts a request that was handled; returns whether it was the last one of this turn.
     *
     * @param last whether nothing behind it had been read
     */
    boolean handled(boolean last) {
        if (!isOnThisThread()) {
            return false;
        }
        ahead |= !last;
        requests--;
        return isUsedUp();
    }

    /** There was nothing to read, so the poller reports the next bytes. Threads without a bound call this too. */
    void nothingToRead() {
        cut = false;
    }

    /** Whether there may be more to read that the poller would not report. */
    boolean isCut() {
        return cut;
    }

    /**
     * Whether the client has sent more than the request whose response it waits for, or has used up a bound of bytes. A client
     * that has its next request ready as soon as it has the response does neither, and is no reason to let it wait for more
     * than its place among the others.
     */
    boolean sendsAhead() {
        return ahead || bytes <= 0 || responseBytes <= 0;
    }

    /** Whether the last turn used up its bounds, so that the next one comes after those of other connections. */
    boolean isBehind() {
        return behind;
    }

    boolean isOnThisThread() {
        return thread == Thread.currentThread();
    }
}
