package org.connectchat.delivery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.connectchat.delivery.LaneState.FailedItem;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of items. The lock of its {@link Outcomes} guards it. */
final class OutcomeCounts {

    private static final int MAX_NAMED = 20;
    private static final int MAX_NAMED_OF_ALL = 100;

    private final boolean ofAllLanes;
    private final Deque<FailedItem> named = new ArrayDeque<>(0);
    private int waiting;
    private long delivered;
    private long failed;
    private @Nullable String problem;
    private @Nullable String problemOfAttempt;

    OutcomeCounts(boolean ofAllLanes) {
        this.ofAllLanes = ofAllLanes;
    }

    void waits() {
        waiting++;
    }

    /** A delivery ends the problem of a lane. Of many lanes one may deliver while another one fails. */
    void delivered() {
        waiting--;
        delivered++;
        if (!ofAllLanes || waiting == 0) {
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
        if (named.size() == (ofAllLanes ? MAX_NAMED_OF_ALL : MAX_NAMED)) {
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

    @Nullable
    String problemOfAttempt() {
        return problemOfAttempt;
    }

    LaneState state() {
        return new LaneState(delivered, waiting, failed, problem, List.copyOf(named));
    }
}
