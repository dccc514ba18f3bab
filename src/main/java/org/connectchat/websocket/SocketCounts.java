package org.connectchat.websocket;

import java.util.concurrent.atomic.LongAdder;

/** Counts what goes over all sockets since the start. */
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

    /** How many frames clients were sent. */
    public long sent() {
        return sent.sum();
    }

    /** How many frames clients have sent. */
    public long received() {
        return received.sum();
    }
}
