package org.connectchat.restjson.body;

import java.util.concurrent.atomic.AtomicLong;

/** Bounds the bytes that all bodies in transfer hold together (rule R2). */
public final class BytesInFlight {

    private final long most;
    private final AtomicLong held = new AtomicLong();

    public BytesInFlight(long most) {
        this.most = most;
    }

    boolean take(long bytes) {
        if (held.addAndGet(bytes) <= most) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    long held() {
        return held.get();
    }
}
