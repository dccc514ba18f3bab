package org.connectchat.delivery;

import java.time.Duration;

/**
 * The end of a lane, from the moment when no item follows: for how long items are still tried again. The lock of the lane
 * guards it.
 */
final class LaneEnd {

    private final Duration afterEnd;
    private boolean closed;
    private long closedAt;

    LaneEnd(Duration afterEnd) {
        this.afterEnd = afterEnd;
    }

    /** No item follows. */
    void close() {
        if (!closed) {
            closed = true;
            closedAt = System.nanoTime();
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether an attempt that fails is not repeated any more. */
    boolean isPast() {
        return closed && timeLeft().isNegative();
    }

    /** A pause that is over when no attempt is repeated any more, if not earlier. */
    Duration within(Duration pause) {
        Duration left = closed ? timeLeft().plusMillis(1) : pause;
        return left.compareTo(pause) < 0 ? left : pause;
    }

    private Duration timeLeft() {
        return afterEnd.minusNanos(System.nanoTime() - closedAt);
    }

    /** Why an item is given up. */
    String reason() {
        return "not delivered within " + afterEnd + " after the end (emulator.delivery.after-end)";
    }
}
