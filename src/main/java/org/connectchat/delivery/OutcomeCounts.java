package org.connectchat.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.connectchat.delivery.LaneState.FailedItem;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of items. The lock of its {@link Outcomes} guards it. */
final class OutcomeCounts {

    private final boolean ofManyLanes;
    private final int maxNamed;
    private final Deque<FailedItem> named = new ArrayDeque<>(0);
    private int waiting;
    private long delivered;
    private long failed;
    private @Nullable String problem;
    private @Nullable String problemOfAttempt;

    OutcomeCounts(boolean ofManyLanes, int maxNamed) {
        this.ofManyLanes = ofManyLanes;
        this.maxNamed = maxNamed;
    }

    void waits() {
        waiting++;
    }

    /** A delivery ends the problem of a lane. Of many lanes one may deliver while another one fails. */
    void delivered() {
        waiting--;
        delivered++;
        if (!ofManyLanes || waiting == 0) {
            problem = null;
            problemOfAttempt = null;
        }
    }

    void attemptFailed(String reason) {
        problem = reason;
        problemOfAttempt = reason;
    }

    void givenUp(String name, String reason) {
        waiting--;
        refused(name, reason);
    }

    /** An item is given up that did not wait. */
    void refused(String name, String reason) {
        failed++;
        problem = reason;
        if (named.size() == maxNamed) {
            named.removeFirst();
        }
        named.addLast(new FailedItem(name, reason));
    }

    /** Forgets all but what waits. */
    void reset() {
        named.clear();
        delivered = 0;
        failed = 0;
        problem = null;
        problemOfAttempt = null;
    }

    int waiting() {
        return waiting;
    }

    @Nullable
    String problemOfAttempt() {
        return problemOfAttempt;
    }

    LaneState state() {
        return new LaneState(delivered, waiting, failed, problem, List.copyOf(named));
    }
}
