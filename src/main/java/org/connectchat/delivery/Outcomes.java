package org.connectchat.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What becomes of the items of one lane, or of many lanes together. */
public final class Outcomes implements Counted {

    private static final int MAX_NAMED_OF_LANE = 20;

    private final DeliveryThreads threads;
    private final Consumer<Consumer<OutcomeCounts>> together;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final OutcomeCounts counts;

    @GuardedBy("lock")
    private final List<LaneWatch> watches = new ArrayList<>(0);

    @GuardedBy("lock")
    private boolean over;

    private Outcomes(DeliveryThreads threads, OutcomeCounts counts, Consumer<Consumer<OutcomeCounts>> together) {
        this.threads = threads;
        this.counts = counts;
        this.together = together;
    }

    /**
     * Those of one lane.
     *
     * @param together is told of each change too
     */
    static Outcomes ofLane(DeliveryThreads threads, Consumer<Consumer<OutcomeCounts>> together) {
        return new Outcomes(threads, new OutcomeCounts(false, MAX_NAMED_OF_LANE), together);
    }

    /**
     * Those of many lanes.
     *
     * @param maxNamed how many items that were given up are named
     */
    static Outcomes ofLanes(DeliveryThreads threads, int maxNamed) {
        return new Outcomes(threads, new OutcomeCounts(true, maxNamed), change -> {});
    }

    /** An item waits. */
    void waits() {
        change(OutcomeCounts::waits);
    }

    /** An item that waited is delivered. */
    void delivered() {
        change(OutcomeCounts::delivered);
    }

    /** An attempt failed; the item still waits. */
    void attemptFailed(String reason) {
        change(now -> now.attemptFailed(reason));
    }

    /** An item that waited is given up. */
    void givenUp(String name, String reason) {
        change(now -> now.givenUp(name, reason));
    }

    /** An item is given up at once. */
    void refused(String name, String reason) {
        change(now -> now.refused(name, reason));
    }

    /** Counts, and tells those who wait. */
    void change(Consumer<OutcomeCounts> change) {
        lock.lock();
        try {
            change.accept(counts);
            if (!watches.isEmpty()) {
                LaneState now = counts.state();
                watches.removeIf(watch -> tellIfWanted(watch, now));
            }
        } finally {
            lock.unlock();
        }
        together.accept(change);
    }

    private boolean tellIfWanted(LaneWatch watch, LaneState now) {
        boolean isWanted = watch.wants(now);
        if (isWanted) {
            threads.tell(() -> watch.tell(now));
        }
        return isWanted;
    }

    /** No other state follows. */
    void over() {
        lock.lock();
        try {
            over = true;
            watches.forEach(watch -> threads.tell(() -> watch.tell(null)));
            watches.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Counts anew. What waits is counted on. */
    void reset() {
        change(OutcomeCounts::reset);
    }

    /** Whether nothing waits: neither an item nor a caller. */
    boolean isIdle() {
        lock.lock();
        try {
            return watches.isEmpty() && counts.waiting() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Why the latest attempt failed; null if it did not, or there was none. */
    @Nullable
    String problemOfAttempt() {
        lock.lock();
        try {
            return counts.problemOfAttempt();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public LaneState state() {
        lock.lock();
        try {
            return counts.state();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public LaneWatch watch(Predicate<LaneState> wanted, Consumer<@Nullable LaneState> told) {
        LaneWatch watch = new LaneWatch(wanted, told);
        lock.lock();
        try {
            if (!tellIfWanted(watch, counts.state())) {
                watches.add(watch);
            }
            if (over) {
                over();
            }
            return watch;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void dismiss(LaneWatch watch) {
        lock.lock();
        try {
            watches.remove(watch);
        } finally {
            lock.unlock();
        }
    }
}
