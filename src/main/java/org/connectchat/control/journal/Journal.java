package org.connectchat.control.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.reset.Resettable;
import org.connectchat.restjson.call.CallObserver;
import org.connectchat.restjson.call.CallRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Remembers the calls of AWS operations, each when it is over: a bounded number of them in a bounded number of bytes, at
 * most an eighth of the memory for chats. It
 * keeps bodies as they came; {@link JournaledCall} reads them for whoever looks.
 */
@Component
final class Journal implements CallObserver, Resettable {

    private static final long MOST_BYTES = 32L << 20;
    private static final int PARTS_OF_MEMORY = 8;
    /** Each is shown every call, and holds a connection. */
    private static final int MOST_WAITERS = 100;

    private final int maxCalls;
    private final Contacts chats;
    private final MemoryBudget memory;
    private final long maxBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final List<CallWaiter> waiters = new ArrayList<>();
    private long lastNumber;
    private long bytes;

    Journal(JournalSettings settings, Contacts chats, MemoryBudget memory) {
        this.maxCalls = settings.maxCalls();
        this.chats = chats;
        this.memory = memory;
        this.maxBytes = Math.min(MOST_BYTES, memory.limit() / PARTS_OF_MEMORY);
    }

    @Override
    public void answered(CallRecord call) {
        String contactId = call.contactId();
        String initialContactId = contactId == null ? null : chats.sessionId(contactId);
        List<CallWaiter> satisfied = List.of();
        lock.lock();
        try {
            lastNumber++;
            JournalEntry entry = new JournalEntry(lastNumber, call, initialContactId);
            entries.addLast(entry);
            weigh(entry.weight());
            while (entries.size() > maxCalls || bytes > maxBytes) {
                weigh(-entries.removeFirst().weight());
            }
            if (!waiters.isEmpty()) {
                satisfied = waiters.stream().filter(waiter -> waiter.see(entry)).toList();
                waiters.removeAll(satisfied);
            }
        } finally {
            lock.unlock();
        }
        satisfied.forEach(CallWaiter::release);
    }

    /**
     * The session of a contact, as the id of its first contact. The journal still knows the sessions of its calls after
     * their chats are forgotten; an id that it does not know stands for itself.
     */
    String sessionId(String contactId) {
        String known = chats.sessionId(contactId);
        if (known != null) {
            return known;
        }
        for (JournalEntry entry : snapshot()) {
            if (contactId.equals(entry.call().contactId()) && entry.initialContactId() != null) {
                return entry.initialContactId();
            }
        }
        return contactId;
    }

    private void weigh(long more) {
        bytes += more;
        memory.hold(more);
    }

    /** The oldest of those that are meant, at most so many. */
    List<JournalEntry> find(Predicate<JournalEntry> meant, int limit) {
        return snapshot().stream().filter(meant).limit(limit).toList();
    }

    long count(Predicate<JournalEntry> meant) {
        return snapshot().stream().filter(meant).count();
    }

    /** Filtering is not to hold up calls. */
    private List<JournalEntry> snapshot() {
        lock.lock();
        try {
            return new ArrayList<>(entries);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Shows calls to a waiter, those with a greater number that are there and those to come, until it is satisfied or
     * dismissed.
     */
    void show(CallWaiter waiter, long after) {
        if (enlist(waiter, after)) {
            waiter.release();
        }
    }

    /** Returns whether it is satisfied already. */
    private boolean enlist(CallWaiter waiter, long after) {
        lock.lock();
        try {
            for (JournalEntry entry : entries) {
                if (entry.number() > after && waiter.see(entry)) {
                    return true;
                }
            }
            if (waiters.size() >= MOST_WAITERS) {
                throw ControlProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "There are " + MOST_WAITERS + " waiting for calls already; no more can");
            }
            waiters.add(waiter);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Shows a waiter no more calls.
     *
     * @return what it has found, fewer than it waits for; null if it was satisfied or dismissed already
     */
    @Nullable
    List<JournalEntry> dismiss(CallWaiter waiter) {
        lock.lock();
        try {
            return waiters.remove(waiter) ? waiter.found() : null;
        } finally {
            lock.unlock();
        }
    }

    /** How many wait for calls. */
    int waiting() {
        lock.lock();
        try {
            return waiters.size();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all calls; who waits, waits for calls that are yet to come. */
    void clear() {
        lock.lock();
        try {
            entries.clear();
            weigh(-bytes);
            waiters.forEach(CallWaiter::forget);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void reset() {
        clear();
    }
}
