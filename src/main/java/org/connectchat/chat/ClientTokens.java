package org.connectchat.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rule B1: remembers the first result of each ClientToken of an instance for the idempotency window.
 *
 * <p>The window is longer than ended chats are kept, so this remembers results, not contacts. Its size is bounded too:
 * beyond the maximum the oldest go, whatever their age.
 */
final class ClientTokens {

    private record Key(String instanceId, String clientToken) {}

    private record Remembered(StartedChat result, Instant until) {}

    private record Age(Key key, Remembered remembered) {}

    private final Clock clock;
    private final Duration window;
    private final int maximum;
    private final Map<Key, Remembered> results = new ConcurrentHashMap<>();
    /** In the order of creation, which is the order of expiry as the window is the same for all. */
    private final Queue<Age> oldestFirst = new ConcurrentLinkedQueue<>();

    private final AtomicInteger size = new AtomicInteger();
    private final ReentrantLock sweeping = new ReentrantLock();

    ClientTokens(Clock clock, Duration window, int maximum) {
        this.clock = clock;
        this.window = window;
        this.maximum = maximum;
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
            oldestFirst.add(new Age(key, fresh));
            size.incrementAndGet();
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
                    size.decrementAndGet();
                    results.remove(age.key(), age.remembered());
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
                            || !now.isBefore(oldest.remembered().until()))) {
                oldestFirst.remove();
                size.decrementAndGet();
                results.remove(oldest.key(), oldest.remembered());
                oldest = oldestFirst.peek();
            }
        } finally {
            sweeping.unlock();
        }
    }

    int size() {
        return size.get();
    }
}
