package org.connectchat.websocket;

import java.util.concurrent.atomic.LongAdder;

/** Counts the frames of all sockets since the start. */
public final class SocketCounts {

    private final LongAdder sent = new LongAdder();
    private final LongAdder received = new LongAdder();

    SocketCounts() {}

    void frameSent() {
        sent.increment();
    }

    void frameReceived() {
        received.increment();
    }

    /** The number of frames sent to clients. */
    public long sent() {
        return sent.sum();
    }

    /** The number of frames received from clients. */
    public long received() {
        return received.sum();
    }
}
