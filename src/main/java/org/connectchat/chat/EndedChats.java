package org.connectchat.chat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.connectchat.chat.Deadlines.Deadline;
import org.connectchat.chat.Deadlines.Kind;

/** Keeps ended chats readable for the retention time, and only so many of them that memory stays bounded. */
final class EndedChats {

    private final Consumer<String> forgetting;
    private final Deadlines deadlines;
    private final Duration retention;
    private final int maximum;
    /** Their retention deadlines, in the order in which the chats ended. */
    private final Set<Deadline> oldestFirst = new LinkedHashSet<>();

    private final ReentrantLock lock = new ReentrantLock();

    EndedChats(Consumer<String> forgetting, Deadlines deadlines, Duration retention, int maximum) {
        this.forgetting = forgetting;
        this.deadlines = deadlines;
        this.retention = retention;
        this.maximum = maximum;
    }

    void add(String contactId, Instant endedAt) {
        Deadline deadline = new Deadline(endedAt.plus(retention), Kind.RETENTION, contactId);
        Deadline surplus = null;
        lock.lock();
        try {
            // Both under the lock: whoever forgets a chat early finds its deadline to cancel it.
            oldestFirst.add(deadline);
            deadlines.schedule(deadline, () -> expire(deadline));
            if (oldestFirst.size() > maximum) {
                surplus = oldestFirst.iterator().next();
                oldestFirst.remove(surplus);
            }
        } finally {
            lock.unlock();
        }
        if (surplus != null) {
            forget(surplus);
        }
    }

    /** The set decides who forgets a chat: its retention deadline and the maximum may meet on the same one. */
    private void expire(Deadline deadline) {
        boolean kept;
        lock.lock();
        try {
            kept = oldestFirst.remove(deadline);
        } finally {
            lock.unlock();
        }
        if (kept) {
            forget(deadline);
        }
    }

    private void forget(Deadline deadline) {
        deadlines.cancel(deadline);
        forgetting.accept(deadline.contactId());
    }

    int size() {
        lock.lock();
        try {
            return oldestFirst.size();
        } finally {
            lock.unlock();
        }
    }
}
