package org.connectchat.chat.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.memory.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Rule B1: remembers the first result of each ClientToken of an instance for the idempotency window.
 *
 * <p>The window is longer than ended chats are kept, so this remembers results, not contacts. Its size is bounded too:
 * beyond the maximum, or an eighth of the memory for chats, the oldest go, whatever their age.
 */
final class ClientTokens {

    /** Parts of the memory for chats that results may take. */
    private static final int PARTS_OF_MEMORY = 8;

    /** A result and its places, without the texts of its key. */
    private static final long RESULT = 520;

    private record Key(String instanceId, String clientToken) {

        long weight() {
            return RESULT + Weight.of(instanceId) + Weight.of(clientToken);
        }
    }

    private record Remembered(StartedChat result, Instant until) {}

    private record Age(Key key, Remembered remembered) {}

    private final Clock clock;
    private final Duration window;
    private final int maximum;
    private final MemoryBudget memory;
    private final Map<Key, Remembered> results = new ConcurrentHashMap<>();
    /** In the order of creation, which is the order of expiry as the window is the same for all. */
    private final Queue<Age> oldestFirst = new ConcurrentLinkedQueue<>();

    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final ReentrantLock sweeping = new ReentrantLock();

    ClientTokens(Clock clock, Duration window, int maximum, MemoryBudget memory) {
        this.clock = clock;
        this.window = window;
        this.maximum = maximum;
        this.memory = memory;
    }

    /**
     * Returns the result that this token had first, or else makes it. Under any number of threads {@code start} runs
     * once; where it throws, nothing is remembered and the next caller tries again.
     */
    StartedChat once(String instanceId, String clientToken, Supplier<StartedChat> start) {
        Key key = new Key(instanceId, clientToken);
        Instant now = clock.instant();
        Remembered known = results.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.result();
        }
        // The map holds the key's lock while it starts the chat: in memory, without I/O, in microseconds.
        Remembered remembered = results.compute(key, (ignored, current) -> {
            if (current != null && now.isBefore(current.until())) {
                return current;
            }
            Remembered fresh = new Remembered(start.get(), now.plus(window));
            added(key);
            oldestFirst.add(new Age(key, fresh));
            return fresh;
        });
        forgetOldest(now);
        return remembered.result();
    }

    /** Forgets all results, or those of one instance; nobody starts a chat meanwhile. */
    void forget(@Nullable String instanceId) {
        sweeping.lock();
        try {
            oldestFirst.removeIf(age -> {
                boolean goes = instanceId == null || age.key().instanceId().equals(instanceId);
                if (goes) {
                    removed(age);
                }
                return goes;
            });
        } finally {
            sweeping.unlock();
        }
    }

    private void forgetOldest(Instant now) {
        if (!sweeping.tryLock()) {
            return; // somebody else is at it
        }
        try {
            Age oldest = oldestFirst.peek();
            while (oldest != null
                    && (size.get() > maximum
                            || bytes.get() > memory.limit() / PARTS_OF_MEMORY
                            || !now.isBefore(oldest.remembered().until()))) {
                oldestFirst.remove();
                removed(oldest);
                oldest = oldestFirst.peek();
            }
        } finally {
            sweeping.unlock();
        }
    }

    private void added(Key key) {
        size.incrementAndGet();
        bytes.addAndGet(key.weight());
        memory.hold(key.weight());
    }

    private void removed(Age age) {
        size.decrementAndGet();
        bytes.addAndGet(-age.key().weight());
        memory.giveBack(age.key().weight());
        results.remove(age.key(), age.remembered());
    }

    int size() {
        return size.get();
    }
}
