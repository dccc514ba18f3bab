package org.connectchat.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the items of one lane, or of all lanes of a kind together, which lanes that are over still count in. Callers
 * wait for it without a thread.
 */
public final class Outcomes {

    private final DeliveryThreads threads;
    private final @Nullable Outcomes together;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final OutcomeCounts counts;

    @GuardedBy("lock")
    private final List<LaneWatch> watches = new ArrayList<>(0);

    @GuardedBy("lock")
    private boolean over;

    /** @param together the outcomes of all lanes of the kind; null if these are they */
    Outcomes(DeliveryThreads threads, @Nullable Outcomes together) {
        this.threads = threads;
        this.together = together;
        this.counts = new OutcomeCounts(together == null);
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

    private void change(Consumer<OutcomeCounts> change) {
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
        if (together != null) {
            together.change(change);
        }
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
    public void reset() {
        change(OutcomeCounts::reset);
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

    /** What has become of the items by now. */
    public LaneState state() {
        lock.lock();
        try {
            return counts.state();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells a caller once, on another thread, when the state is one that the caller wants, or at once if it is; with null
     * when no other state follows.
     */
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

    /** The caller waits no longer. */
    public void dismiss(LaneWatch watch) {
        lock.lock();
        try {
            watches.remove(watch);
        } finally {
            lock.unlock();
        }
    }
}
