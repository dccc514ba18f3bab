package org.connectchat.websocket;

import java.time.Duration;

/** Whether a peer has responded to the last ping. Any frame of the peer is a response. */
final class Liveness {

    /** The time that a response may need on a slow mobile network. */
    static final Duration TIME_TO_ANSWER = Duration.ofSeconds(3);

    private volatile boolean asked;
    private volatile long askedAt;

    /** Records a ping, unless an earlier one waits for a response; returns whether the caller must send the ping. */
    boolean ask() {
        if (asked) {
            return false;
        }
        askedAt = System.nanoTime();
        asked = true;
        return true;
    }

    /** Records a response; returns whether a ping was waiting for it. */
    boolean answer() {
        boolean wanted = asked;
        if (wanted) {
            asked = false;
        }
        return wanted;
    }

    /** Whether the answer may still come. */
    boolean isOpen() {
        return asked && !isOverdue();
    }

    /** Whether the answer is overdue. */
    boolean isDead() {
        return asked && isOverdue();
    }

    private boolean isOverdue() {
        return System.nanoTime() - askedAt >= TIME_TO_ANSWER.toNanos();
    }
}
