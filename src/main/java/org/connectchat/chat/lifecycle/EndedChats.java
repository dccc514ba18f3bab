package org.connectchat.chat.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;

/** Keeps ended chats readable for the retention time, and only so many of them that memory stays bounded. */
public final class EndedChats {

    private final Consumer<String> forgetting;
    private final Deadlines deadlines;
    private final Duration retention;
    private final int maximum;
    /** Their retention deadlines by session, in the order in which the chats ended. */
    private final Map<String, Deadline> oldestFirst = new LinkedHashMap<>();
    /** Chats to forget as soon as the thread that is just ending them is done. */
    private final Set<String> doomed = new HashSet<>();

    private final ReentrantLock lock = new ReentrantLock();

    EndedChats(Consumer<String> forgetting, Deadlines deadlines, Duration retention, int maximum) {
        this.forgetting = forgetting;
        this.deadlines = deadlines;
        this.retention = retention;
        this.maximum = maximum;
    }

    void add(String sessionId, Instant endedAt) {
        Deadline deadline = new Deadline(endedAt.plus(retention), Kind.RETENTION, sessionId);
        Deadline surplus = null;
        lock.lock();
        try {
            // Both under the lock: whoever forgets a chat early finds its deadline to cancel it.
            oldestFirst.put(sessionId, deadline);
            deadlines.schedule(deadline, () -> forget(sessionId));
            if (doomed.remove(sessionId)) {
                surplus = oldestFirst.remove(sessionId);
            } else if (oldestFirst.size() > maximum) {
                surplus = oldestFirst.remove(oldestFirst.keySet().iterator().next());
            }
        } finally {
            lock.unlock();
        }
        if (surplus != null) {
            forgetNow(surplus);
        }
    }

    /** Forgets an ended chat. The map decides who does: its deadline, the maximum and a reset may meet on the same one. */
    private void forget(String sessionId) {
        Deadline kept;
        lock.lock();
        try {
            kept = oldestFirst.remove(sessionId);
        } finally {
            lock.unlock();
        }
        if (kept != null) {
            forgetNow(kept);
        }
    }

    /** Forgets the chat that ended first, so that others have its memory; false if no ended chat is kept. */
    boolean forgetOldest() {
        Deadline oldest;
        lock.lock();
        try {
            Iterator<Deadline> kept = oldestFirst.values().iterator();
            if (!kept.hasNext()) {
                return false;
            }
            oldest = kept.next();
            kept.remove();
        } finally {
            lock.unlock();
        }
        forgetNow(oldest);
        return true;
    }

    private void forgetNow(Deadline kept) {
        deadlines.cancel(kept);
        forgetting.accept(kept.sessionId());
        pardon(kept.sessionId());
    }

    /**
     * Forgets a chat that has ended, or is just being ended by another thread, which then forgets it.
     *
     * @param isGone whether nobody knows the chat any more
     */
    void doom(String sessionId, BooleanSupplier isGone) {
        Deadline kept;
        lock.lock();
        try {
            kept = oldestFirst.remove(sessionId);
            if (kept == null) {
                doomed.add(sessionId);
            }
        } finally {
            lock.unlock();
        }
        if (kept != null) {
            forgetNow(kept);
        } else if (isGone.getAsBoolean()) {
            pardon(sessionId);
        }
    }

    private void pardon(String sessionId) {
        lock.lock();
        try {
            doomed.remove(sessionId);
        } finally {
            lock.unlock();
        }
    }

    public int size() {
        lock.lock();
        try {
            return oldestFirst.size();
        } finally {
            lock.unlock();
        }
    }
}
