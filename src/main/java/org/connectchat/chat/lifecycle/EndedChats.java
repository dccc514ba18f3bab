package org.connectchat.chat.lifecycle;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;
import org.jspecify.annotations.Nullable;

/**
 * Keeps ended chats readable for the retention time, and at most a maximum number of them. A chat is added and removed
 * under its own lock.
 */
final class EndedChats {

    private final Consumer<Chat> forgetting;
    private final Deadlines deadlines;
    private final Duration retention;
    private final int maximum;
    private final ReentrantLock lock = new ReentrantLock();

    /** Their retention deadlines, in the order in which the chats ended. */
    @GuardedBy("lock")
    private Map<Chat, Deadline> oldestFirst = new LinkedHashMap<>();

    EndedChats(Consumer<Chat> forgetting, Deadlines deadlines, Duration retention, int maximum) {
        this.forgetting = forgetting;
        this.deadlines = deadlines;
        this.retention = retention;
        this.maximum = maximum;
    }

    /** Adds a chat; returns the oldest one if there are too many now, which the caller must forget, or null. */
    @Nullable
    Chat add(Chat chat, Instant endedAt) {
        Deadline deadline = new Deadline(
                endedAt.plus(retention), Kind.RETENTION, chat.contact().instanceId(), chat.sessionId());
        deadlines.schedule(deadline, () -> forgetting.accept(chat));
        lock.lock();
        try {
            oldestFirst.put(chat, deadline);
            return oldestFirst.size() > maximum ? takeOldest() : null;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the oldest chat, so that no other thread takes it. */
    @GuardedBy("lock")
    private @Nullable Chat takeOldest() {
        Iterator<Map.Entry<Chat, Deadline>> kept = oldestFirst.entrySet().iterator();
        if (!kept.hasNext()) {
            return null;
        }
        Map.Entry<Chat, Deadline> oldest = kept.next();
        kept.remove();
        deadlines.cancel(oldest.getValue());
        return oldest.getKey();
    }

    /** Stops keeping a chat. */
    void remove(Chat chat) {
        Deadline kept;
        lock.lock();
        try {
            kept = oldestFirst.remove(chat);
        } finally {
            lock.unlock();
        }
        if (kept != null) {
            deadlines.cancel(kept);
        }
    }

    /** Forgets the chat that ended first, to free its memory; false if no ended chat is kept. */
    boolean forgetOldest() {
        Chat oldest;
        lock.lock();
        try {
            oldest = takeOldest();
        } finally {
            lock.unlock();
        }
        if (oldest != null) {
            forgetting.accept(oldest);
        }
        return oldest != null;
    }

    /** Stops keeping all chats, without a look at them. The caller forgets their deadlines. */
    void clear() {
        lock.lock();
        try {
            oldestFirst = new LinkedHashMap<>();
        } finally {
            lock.unlock();
        }
    }

    /** How many ended chats are kept. */
    int size() {
        lock.lock();
        try {
            return oldestFirst.size();
        } finally {
            lock.unlock();
        }
    }
}
