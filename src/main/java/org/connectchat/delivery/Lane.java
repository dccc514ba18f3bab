package org.connectchat.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.connectchat.delivery.WaitingItems.Item;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers items to one recipient, one after the other, in the order in which they came. An item is tried again until
 * it is delivered or its failure is final. After {@link #close}, what waits is tried for a bounded time only.
 */
public final class Lane<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** The attempts that a lane makes before it lets others have its thread. */
    private static final int TURN = 16;

    private final Recipient<T> recipient;
    private final DeliverySettings limits;
    private final DeliveryThreads threads;
    private final Consumer<Lane<?>> whenOver;
    private final Pauses pauses;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final WaitingItems<T> items;

    @GuardedBy("lock")
    private final LaneCounts counts = new LaneCounts();

    @GuardedBy("lock")
    private final LaneWatches watches;

    /** Whether a thread makes attempts, or a pause runs. */
    @GuardedBy("lock")
    private boolean running;

    /** How many attempts for the first item have failed. */
    @GuardedBy("lock")
    private int failures;

    @GuardedBy("lock")
    private boolean closed;

    @GuardedBy("lock")
    private long closedAt;

    Lane(
            Recipient<T> recipient,
            DeliverySettings limits,
            WaitingMemory memory,
            DeliveryThreads threads,
            Consumer<Lane<?>> whenOver) {
        this.recipient = recipient;
        this.limits = limits;
        this.threads = threads;
        this.whenOver = whenOver;
        this.pauses = new Pauses(limits.maxPause());
        this.items = new WaitingItems<>(limits.maxWaiting(), memory);
        this.watches = new LaneWatches(threads);
    }

    /**
     * Adds an item. It returns at once, and its caller may hold locks. An item for which there is no room is given up.
     *
     * @param name names the item if it is given up
     * @param size the bytes that the item takes while it waits
     */
    public void offer(String name, T item, long size) {
        lock.lock();
        try {
            String noRoom = closed ? null : items.add(name, item, size);
            if (closed) {
                counts.givenUp(name, "the lane is closed");
            } else if (noRoom != null) {
                counts.givenUp(name, noRoom + because());
            } else if (!running) {
                threads.work(this::run);
                running = true; // not before, as there may be no thread to be had
            }
            watches.changed(this::state);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        for (int attempts = 0; attempts < TURN; attempts++) {
            Item<T> next = next();
            if (next == null) {
                return;
            }
            Duration pause = settle(next, attempt(next));
            if (pause != null) {
                threads.workAfter(pause, this::run);
                return;
            }
        }
        threads.work(this::run);
    }

    /** The first item that waits; null if none does, so that the lane rests until another one comes. */
    private @Nullable Item<T> next() {
        lock.lock();
        try {
            if (closed && !items.isEmpty() && timeLeft().isNegative()) {
                giveUpAll("not delivered within " + limits.afterEnd() + " after the end (emulator.delivery.after-end)"
                        + because());
            }
            running = !items.isEmpty();
            endIfOver();
            return items.first();
        } finally {
            lock.unlock();
        }
    }

    private @Nullable DeliveryFailure attempt(Item<T> item) {
        try {
            recipient.deliver(item.content());
            return null;
        } catch (DeliveryFailure e) {
            return e;
        } catch (RuntimeException | Error e) { // a lane whose thread ends would deliver nothing more
            LOG.error("An item could not be delivered because of a failure inside", e);
            return DeliveryFailure.forGood("a failure inside: " + e.getClass().getSimpleName());
        }
    }

    /** Counts an attempt; returns the pause before the next one, or null if it follows at once. */
    @SuppressWarnings("ReferenceEquality") // the same item, not an equal one
    private @Nullable Duration settle(Item<T> item, @Nullable DeliveryFailure failure) {
        lock.lock();
        try {
            if (items.first() != item) {
                return null; // discarded meanwhile
            }
            Duration pause = null;
            if (failure == null) {
                remove();
                counts.delivered();
            } else if (failure.isFinal()) {
                remove();
                counts.attemptFailed(failure.reason());
                counts.givenUp(item.name(), failure.reason());
            } else {
                counts.attemptFailed(failure.reason());
                failures++;
                pause = pause();
            }
            watches.changed(this::state);
            return pause;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private Duration pause() {
        Duration pause = pauses.after(failures);
        Duration left = closed ? timeLeft().plusMillis(1) : pause;
        return left.compareTo(pause) < 0 ? left : pause;
    }

    @GuardedBy("lock")
    private Item<T> remove() {
        failures = 0;
        return items.removeFirst();
    }

    @GuardedBy("lock")
    private void giveUpAll(String reason) {
        while (!items.isEmpty()) {
            counts.givenUp(remove().name(), reason);
        }
        watches.changed(this::state);
    }

    @GuardedBy("lock")
    private String because() {
        return counts.problemOfAttempt() == null ? "" : "; before that: " + counts.problemOfAttempt();
    }

    @GuardedBy("lock")
    private Duration timeLeft() {
        return limits.afterEnd().minusNanos(System.nanoTime() - closedAt);
    }

    /** The source of the items has ended: no item follows. What waits is still tried for a bounded time. */
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                closedAt = System.nanoTime();
                endIfOver();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes the lane and drops what waits. */
    public void discard() {
        lock.lock();
        try {
            closed = true;
            giveUpAll("discarded");
            endIfOver();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void endIfOver() {
        if (closed && items.isEmpty()) {
            watches.over();
            whenOver.accept(this);
        }
    }

    /** The items that wait, in their order. The first one may be on its way. */
    public List<T> waiting() {
        lock.lock();
        try {
            return items.contents();
        } finally {
            lock.unlock();
        }
    }

    /** What has become of the items by now. */
    public LaneState state() {
        lock.lock();
        try {
            return counts.state(items.count());
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells a caller once, on another thread, when the lane is in a state that the caller wants, or at once if it is; with
     * null when no other state follows.
     */
    public LaneWatch watch(Predicate<LaneState> wanted, Consumer<@Nullable LaneState> told) {
        LaneWatch watch = new LaneWatch(wanted, told);
        lock.lock();
        try {
            watches.add(watch);
            watches.changed(this::state);
            endIfOver();
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
