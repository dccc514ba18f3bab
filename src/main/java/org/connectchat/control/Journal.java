package org.connectchat.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.connectchat.chat.ChatContactService;
import org.connectchat.restjson.AnsweredCall;
import org.connectchat.restjson.CallObserver;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Remembers the calls of AWS operations, each when it is over: a bounded number of them in a bounded number of bytes. It
 * keeps bodies as they came; {@link JournaledCall} reads them for whoever looks.
 */
@Component
final class Journal implements CallObserver, Resettable, SmartLifecycle {

    private static final long MOST_BYTES = 32L << 20;
    /** Each holds a thread, and the calls that they wait for need some too. */
    private static final int MOST_WAITERS = 100;

    private final int maxCalls;
    private final ChatContactService chats;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final List<Waiter> waiters = new ArrayList<>();
    private long lastNumber;
    private long bytes;
    private volatile boolean running;

    Journal(JournalSettings settings, ChatContactService chats) {
        this.maxCalls = settings.maxCalls();
        this.chats = chats;
    }

    @Override
    public void answered(AnsweredCall call) {
        String contactId = call.contactId();
        String initialContactId = contactId == null ? null : chats.sessionId(contactId);
        lock.lock();
        try {
            lastNumber++;
            JournalEntry entry = new JournalEntry(lastNumber, call, initialContactId);
            entries.addLast(entry);
            bytes += entry.weight();
            while (entries.size() > maxCalls || bytes > MOST_BYTES) {
                bytes -= entries.removeFirst().weight();
            }
            for (Waiter waiter : waiters) {
                if (waiter.see(entry)) {
                    waiter.release();
                }
            }
        } finally {
            lock.unlock();
        }
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
     * Waits until so many calls have come that are meant and whose number is greater, or the time has passed.
     *
     * @return what has come, fewer than the count if the time has passed
     */
    List<JournalEntry> await(CallFilter filter, long after, int count, Duration timeout) {
        Waiter waiter = new Waiter(filter, count);
        enlist(waiter, after);
        try {
            waiter.await(timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return dismissed(waiter);
    }

    private void enlist(Waiter waiter, long after) {
        lock.lock();
        try {
            for (JournalEntry entry : entries) {
                if (entry.number() > after && waiter.see(entry)) {
                    waiter.release();
                    return;
                }
            }
            if (waiters.size() >= MOST_WAITERS) {
                throw ControlProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "There are " + MOST_WAITERS + " waiting for calls already; no more can");
            }
            waiters.add(waiter);
        } finally {
            lock.unlock();
        }
    }

    private List<JournalEntry> dismissed(Waiter waiter) {
        lock.lock();
        try {
            waiters.remove(waiter);
            return waiter.found();
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all calls; who waits, waits for calls that are yet to come. */
    void clear() {
        lock.lock();
        try {
            entries.clear();
            bytes = 0;
            forEachUnsatisfied(Waiter::forget);
        } finally {
            lock.unlock();
        }
    }

    private void forEachUnsatisfied(Consumer<Waiter> action) {
        waiters.stream().filter(waiter -> !waiter.isSatisfied()).forEach(action);
    }

    @Override
    public void reset() {
        clear();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Lets all go who wait, before the web server waits for open requests to finish. */
    @Override
    public void stop() {
        running = false;
        lock.lock();
        try {
            waiters.forEach(Waiter::release);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
