package org.connectchat.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.connectchat.delivery.LaneState.FailedItem;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of the items of one lane. The lock of the lane guards it. */
final class LaneCounts {

    /** How many items that were given up are named. */
    private static final int MAX_NAMED = 20;

    private final Deque<FailedItem> named = new ArrayDeque<>();
    private long delivered;
    private long failed;
    private @Nullable String problem;
    private @Nullable String problemOfAttempt;

    void delivered() {
        delivered++;
        problem = null;
        problemOfAttempt = null;
    }

    /** The latest attempt failed. */
    void attemptFailed(String reason) {
        problem = reason;
        problemOfAttempt = reason;
    }

    /** An item is given up. */
    void givenUp(String name, String reason) {
        failed++;
        problem = reason;
        if (named.size() == MAX_NAMED) {
            named.removeFirst();
        }
        named.addLast(new FailedItem(name, reason));
    }

    /** Why the latest attempt failed; null if it did not, or there was none. */
    @Nullable
    String problemOfAttempt() {
        return problemOfAttempt;
    }

    LaneState state(int waiting) {
        return new LaneState(delivered, waiting, failed, problem, List.copyOf(named));
    }
}
