package org.connectchat.websocket;

import java.time.Duration;

/** Whether a peer answered when it was last asked if it is there. Any frame of it is an answer. */
final class Liveness {

    /** As long as a slow mobile network may take for an answer. */
    static final Duration TIME_TO_ANSWER = Duration.ofSeconds(3);

    private volatile boolean asked;
    private volatile long askedAt;

    /** Notes a question; one that waits for its answer already keeps its time. Returns whether it is a new one. */
    boolean ask() {
        if (asked) {
            return false;
        }
        askedAt = System.nanoTime();
        asked = true;
        return true;
    }

    /** Notes an answer; returns whether there was a question. */
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
