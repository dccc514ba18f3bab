package org.connectchat.chat.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.memory.Weight;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * Rule B1: remembers the first result of each ClientToken of an instance for the idempotency window.
 *
 * <p>The window is longer than the retention of ended chats, so this remembers results, not contacts. Beyond the
 * maximum number, or an eighth of the memory for chats, the oldest results are forgotten early.
 */
final class ClientTokens {

    /** Results may take one part of this many of the memory for chats. */
    private static final int PARTS_OF_MEMORY = 8;

    /** The memory of a result in its collections, without the texts of its key. */
    private static final long RESULT = 520;

    /** So many results of instances with clocks of their own are passed by one start. */
    private static final int MOST_PASSED = 16;

    private record Key(String instanceId, String clientToken) {

        long weight() {
            return RESULT + Weight.of(instanceId) + Weight.of(clientToken);
        }
    }

    /** What is known of a ClientToken. */
    private sealed interface Entry {}

    private record Remembered(StartedChat result, Instant until) implements Entry {}

    /** The start that the token's first caller makes; other callers wait for its result. */
    private static final class Starting implements Entry {

        private final CompletableFuture<@Nullable StartedChat> result = new CompletableFuture<>();

        /** Null if the start failed. */
        @Nullable
        StartedChat await() {
            return result.join();
        }

        void end(@Nullable StartedChat started) {
            result.complete(started);
        }
    }

    private record Age(Key key, Remembered remembered) {}

    private final Clocks clocks;
    private final Duration window;
    private final int maximum;
    private final MemoryBudget memory;
    private volatile Map<Key, Entry> results = new ConcurrentHashMap<>();
    /** In the order of creation. For one clock that is the order of expiry, because all have the same window. */
    private volatile Queue<Age> oldestFirst = new ConcurrentLinkedQueue<>();

    private final AtomicInteger size = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final ReentrantLock sweeping = new ReentrantLock();

    ClientTokens(Clocks clocks, Duration window, int maximum, MemoryBudget memory) {
        this.clocks = clocks;
        this.window = window;
        this.maximum = maximum;
        this.memory = memory;
    }

    /**
     * Returns the first result of this token, or makes it. {@code start} runs once, however many threads call; if it
     * throws, nothing is remembered and the next caller tries again.
     */
    StartedChat once(String instanceId, String clientToken, Supplier<StartedChat> start) {
        Key key = new Key(instanceId, clientToken);
        Instant now = clocks.now(instanceId);
        while (true) {
            Entry known = results.get(key);
            if (known instanceof Remembered remembered && now.isBefore(remembered.until())) {
                return remembered.result().asRepeated();
            }
            if (known instanceof Starting starting) {
                StartedChat result = starting.await();
                if (result != null) {
                    return result.asRepeated();
                }
                continue; // the other start failed
            }
            Starting mine = new Starting();
            if (known == null ? results.putIfAbsent(key, mine) == null : results.replace(key, known, mine)) {
                return make(key, mine, now, start);
            }
        }
    }

    private StartedChat make(Key key, Starting mine, Instant now, Supplier<StartedChat> start) {
        StartedChat result = null;
        try {
            result = start.get();
            Remembered fresh = new Remembered(result, now.plus(window));
            added(key);
            results.put(key, fresh);
            oldestFirst.add(new Age(key, fresh));
        } finally {
            if (result == null) {
                results.remove(key, mine);
            }
            mine.end(result);
        }
        forgetOldest();
        return result;
    }

    /** Forgets all results, without a look at them; the caller makes sure that no chat is started meanwhile. */
    void clear() {
        results = new ConcurrentHashMap<>();
        oldestFirst = new ConcurrentLinkedQueue<>();
        size.set(0);
        memory.giveBack(bytes.getAndSet(0));
    }

    /** Forgets the results of one instance; the caller makes sure that no chat is started meanwhile. */
    void forget(String instanceId) {
        sweeping.lock();
        try {
            oldestFirst.removeIf(age -> {
                boolean goes = age.key().instanceId().equals(instanceId);
                if (goes) {
                    removed(age);
                }
                return goes;
            });
        } finally {
            sweeping.unlock();
        }
    }

    private void forgetOldest() {
        if (!sweeping.tryLock()) {
            return; // another thread removes them
        }
        try {
            int passed = 0;
            Age oldest = oldestFirst.peek();
            while (oldest != null && passed < MOST_PASSED && (goes(oldest) || hasOwnClock(oldest))) {
                oldestFirst.remove();
                if (goes(oldest)) {
                    removed(oldest);
                } else {
                    oldestFirst.add(oldest); // a clock that stands still must not keep the results of other instances
                    passed++;
                }
                oldest = oldestFirst.peek();
            }
        } finally {
            sweeping.unlock();
        }
    }

    private boolean goes(Age age) {
        return size.get() > maximum || bytes.get() > memory.limit() / PARTS_OF_MEMORY || isOver(age);
    }

    private boolean hasOwnClock(Age age) {
        return clocks.hasOwn(age.key().instanceId());
    }

    private boolean isOver(Age age) {
        return !clocks.now(age.key().instanceId()).isBefore(age.remembered().until());
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

    /** All results, oldest first. */
    List<SavedStart> save() {
        return oldestFirst.stream()
                .map(age -> SavedStart.of(
                        age.key().instanceId(),
                        age.key().clientToken(),
                        age.remembered().result(),
                        age.remembered().until()))
                .toList();
    }

    /** Remembers a result that was saved; the caller makes sure that no chat is started meanwhile. */
    void restore(SavedStart saved) {
        Key key = new Key(saved.instanceId(), saved.clientToken());
        Remembered remembered = new Remembered(saved.result(), saved.until());
        added(key);
        results.put(key, remembered);
        oldestFirst.add(new Age(key, remembered));
    }

    int size() {
        return size.get();
    }
}
