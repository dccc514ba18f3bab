package org.connectchat.outbound;

import java.time.Duration;

/**
 * The real time that all tries of one call may take together. It begins when it is first asked for, with the first request:
 * the time to load the client does not count. One thread uses it.
 */
public final class TimeLimit {

    private final Duration whole;
    private boolean running;
    private long startedAt;

    public TimeLimit(Duration whole) {
        this.whole = whole;
    }

    /** What is left; negative when the time is over. */
    public Duration left() {
        if (!running) {
            running = true;
            startedAt = System.nanoTime();
        }
        return whole.minusNanos(System.nanoTime() - startedAt);
    }

    /** The failure of a call that takes longer. */
    CallFailure exceeded() {
        return new CallFailure("no response within the time limit of " + whole.toMillis() + " ms");
    }
}
