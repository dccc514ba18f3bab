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
 * Records each call of an AWS operation when the call is over. It keeps a bounded number of calls in a bounded number
 * of
 * bytes, at most an eighth of the memory for chats. It keeps bodies as they were sent; {@link JournaledCall} reads them
 * when they are shown.
 */
@Component
final class Journal implements CallObserver, Resettable {

    private static final long MAX_BYTES = 32L << 20;
    private static final int PARTS_OF_MEMORY = 8;
    /** Each waiter sees every call and holds a connection. */
    private static final int MAX_WAITERS = 100;

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
        this.maxBytes = Math.min(MAX_BYTES, memory.limit() / PARTS_OF_MEMORY);
    }

    @Override
    public void completed(CallRecord call) {
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
     * The session of a contact, as the id of its first contact. The journal knows the sessions of its calls even after
     * their chats are removed. An unknown id stands for itself.
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

    /** The oldest matching calls, at most as many as the limit. */
    List<JournalEntry> find(Predicate<JournalEntry> wanted, int limit) {
        return snapshot().stream().filter(wanted).limit(limit).toList();
    }

    long count(Predicate<JournalEntry> wanted) {
        return snapshot().stream().filter(wanted).count();
    }

    /** A copy, so that filtering does not hold the lock. */
    private List<JournalEntry> snapshot() {
        lock.lock();
        try {
            return new ArrayList<>(entries);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Shows calls to a waiter until it is satisfied or dismissed: recorded calls with a greater number, then each new
     * call.
     */
    void show(CallWaiter waiter, long after) {
        if (enlist(waiter, after)) {
            waiter.release();
        }
    }

    /** Returns whether the recorded calls satisfy the waiter. */
    private boolean enlist(CallWaiter waiter, long after) {
        lock.lock();
        try {
            for (JournalEntry entry : entries) {
                if (entry.number() > after && waiter.see(entry)) {
                    return true;
                }
            }
            if (waiters.size() >= MAX_WAITERS) {
                throw ControlProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Too many waiters: at most " + MAX_WAITERS + " calls may wait at once");
            }
            waiters.add(waiter);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stops showing calls to a waiter.
     *
     * @return the calls that it has found, fewer than it waits for; null if it was satisfied or dismissed before
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

    /** The number of waiters. */
    int waiting() {
        lock.lock();
        try {
            return waiters.size();
        } finally {
            lock.unlock();
        }
    }

    /** Removes all calls. Waiters go on waiting, for new calls only. */
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
