package org.connectchat.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the items of all lanes of a kind, which lanes that are over still count in: of all together, and of those
 * of each owner. Beyond a number of owners, the counts that were used the longest time ago are forgotten, but not those of an
 * owner whose items wait, and not those that a caller waits for.
 */
public final class AllOutcomes {

    /** How many owners have counts. */
    static final int MAX_OWNERS = 1_000;

    private static final int MAX_NAMED = 100;
    private static final int MAX_NAMED_OF_OWNER = 20;

    private final DeliveryThreads threads;
    private final Outcomes all;
    private final ReentrantLock lock = new ReentrantLock();

    /** In the order of their latest use. */
    @GuardedBy("lock")
    private final Map<String, Outcomes> byOwner = new LinkedHashMap<>(16, 0.75f, true);

    AllOutcomes(DeliveryThreads threads) {
        this.threads = threads;
        this.all = Outcomes.ofLanes(threads, MAX_NAMED);
    }

    /** Counts for the owner and for all. */
    void change(String owner, Consumer<OutcomeCounts> change) {
        all.change(change);
        lock.lock();
        try {
            kept(owner).change(change);
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private Outcomes kept(String owner) {
        Outcomes known = byOwner.get(owner);
        if (known != null) {
            return known;
        }
        Outcomes added = Outcomes.ofLanes(threads, MAX_NAMED_OF_OWNER);
        makeRoom();
        byOwner.put(owner, added);
        return added;
    }

    @GuardedBy("lock")
    private void makeRoom() {
        Iterator<Outcomes> oldestFirst = byOwner.values().iterator();
        while (byOwner.size() >= MAX_OWNERS && oldestFirst.hasNext()) {
            if (oldestFirst.next().isIdle()) {
                oldestFirst.remove();
            }
        }
    }

    /** The items of all owners together. */
    public Outcomes all() {
        return all;
    }

    /** The items of one owner. */
    public Counted of(String owner) {
        return new OfOwner(owner);
    }

    /** Counts anew. What waits is counted on. */
    public void reset() {
        all.reset();
        lock.lock();
        try {
            byOwner.values().forEach(Outcomes::reset);
            byOwner.values().removeIf(Outcomes::isIdle);
        } finally {
            lock.unlock();
        }
    }

    /** Counts the items of one owner anew, but not those of all together. */
    public void reset(String owner) {
        lock.lock();
        try {
            Outcomes known = byOwner.get(owner);
            if (known != null) {
                known.reset();
                if (known.isIdle()) {
                    byOwner.remove(owner);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many owners have counts. */
    int owners() {
        lock.lock();
        try {
            return byOwner.size();
        } finally {
            lock.unlock();
        }
    }

    /** The counts of an owner, found again by each call, as they may have been forgotten meanwhile. */
    private final class OfOwner implements Counted {

        private final String owner;

        OfOwner(String owner) {
            this.owner = owner;
        }

        @Override
        public LaneState state() {
            lock.lock();
            try {
                Outcomes known = byOwner.get(owner);
                return known == null ? LaneState.NONE : known.state();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public LaneWatch watch(Predicate<LaneState> wanted, Consumer<@Nullable LaneState> told) {
            lock.lock();
            try {
                return kept(owner).watch(wanted, told);
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void dismiss(LaneWatch watch) {
            lock.lock();
            try {
                Outcomes known = byOwner.get(owner);
                if (known != null) {
                    known.dismiss(watch);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
