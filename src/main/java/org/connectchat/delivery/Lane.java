package org.connectchat.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.connectchat.delivery.WaitingItems.Item;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers items to one recipient, one after the other, in the order in which they came. An item is tried again until
 * it is delivered or its failure is final. After {@link #close}, attempts are repeated for a bounded time only; afterwards
 * each item that had none gets one attempt.
 */
public final class Lane<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    /** The attempts that a lane makes before it lets others have its thread. */
    private static final int TURN = 16;

    private final LaneSource source;
    private final String destination;
    private final Recipient<T> recipient;
    private final DeliveryThreads threads;
    private final Outcomes outcomes;
    private final Consumer<Lane<?>> whenOver;
    private final Pauses pauses;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final WaitingItems<T> items;

    @GuardedBy("lock")
    private final LaneEnd end;

    /** Whether a thread makes attempts, or a pause runs. */
    @GuardedBy("lock")
    private boolean running;

    /** How many attempts for the first item have failed. */
    @GuardedBy("lock")
    private int failures;

    Lane(
            LaneSource source,
            String destination,
            Recipient<T> recipient,
            DeliverySettings limits,
            WaitingItems<T> items,
            DeliveryThreads threads,
            Outcomes outcomes,
            Consumer<Lane<?>> whenOver) {
        this.source = source;
        this.destination = destination;
        this.recipient = recipient;
        this.threads = threads;
        this.outcomes = outcomes;
        this.whenOver = whenOver;
        this.pauses = new Pauses(limits.maxPause());
        this.end = new LaneEnd(limits.afterEnd());
        this.items = items;
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
            String noRoom = end.isClosed() ? null : items.add(name, item, size);
            if (end.isClosed()) {
                outcomes.refused(name, "the lane is closed");
            } else if (noRoom != null) {
                outcomes.refused(name, noRoom + because());
            } else {
                outcomes.waits();
                if (!running) {
                    threads.work(destination, this::run);
                    running = true; // not before, as there may be no thread to be had
                }
            }
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
                threads.workAfter(pause, destination, this::run);
                return;
            }
        }
        threads.work(destination, this::run);
    }

    /** The first item that waits; null if none does, so that the lane rests until another one comes. */
    private @Nullable Item<T> next() {
        lock.lock();
        try {
            if (end.isPast() && failures > 0) {
                outcomes.givenUp(remove().name(), end.reason() + because());
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
            if (failure == null) {
                remove();
                outcomes.delivered();
                return null;
            }
            outcomes.attemptFailed(failure.reason());
            if (failure.isFinal()) {
                outcomes.givenUp(remove().name(), failure.reason());
                return null;
            }
            failures++;
            return end.isPast() ? Duration.ZERO : end.within(pauses.after(failures));
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private Item<T> remove() {
        failures = 0;
        return items.removeFirst();
    }

    @GuardedBy("lock")
    private String because() {
        String problem = outcomes.problemOfAttempt();
        return problem == null ? "" : "; before that: " + problem;
    }

    /** The source of the items has ended: no item follows. What waits is still tried. */
    public void close() {
        lock.lock();
        try {
            end.close();
            endIfOver();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the lane and drops what waits. */
    public void discard() {
        lock.lock();
        try {
            end.close();
            while (!items.isEmpty()) {
                outcomes.givenUp(remove().name(), "discarded");
            }
            endIfOver();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void endIfOver() {
        if (end.isClosed() && items.isEmpty()) {
            outcomes.over();
            whenOver.accept(this);
        }
    }

    /** Whether it takes no further item. */
    public boolean isClosed() {
        lock.lock();
        try {
            return end.isClosed();
        } finally {
            lock.unlock();
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

    /** What the items come from. */
    LaneSource source() {
        return source;
    }

    /** What becomes of the items. */
    public Outcomes outcomes() {
        return outcomes;
    }
}
