package org.connectchat.control.live;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The events that wait for one reader. A reader that is too slow loses all that wait, and is told so. */
final class LiveQueue {

    private static final int MAX_WAITING = 1_000;
    private static final int BATCH_CHARACTERS = 8_192;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Deque<LiveEvent> waiting = new ArrayDeque<>();

    @GuardedBy("lock")
    private boolean missed;

    @GuardedBy("lock")
    private boolean beat;

    @GuardedBy("lock")
    private boolean isToBeWritten;

    private long lastNumber;

    /** @param missed whether the reader has lost events before it came */
    LiveQueue(boolean missed) {
        this.missed = missed;
        this.beat = true;
        this.isToBeWritten = true;
    }

    /** Adds an event; returns whether the caller has to see to it that what waits is written. */
    boolean add(LiveEvent event) {
        lock.lock();
        try {
            if (waiting.size() >= MAX_WAITING) {
                waiting.clear();
                missed = true;
            }
            waiting.add(event);
            return begin();
        } finally {
            lock.unlock();
        }
    }

    /** Adds a comment, which keeps the connection open; returns the same as {@link #add}. */
    boolean addBeat() {
        lock.lock();
        try {
            beat = true;
            return begin();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean begin() {
        boolean isFirst = !isToBeWritten;
        isToBeWritten = true;
        return isFirst;
    }

    /** The next bytes to write; null if nothing waits. One thread at a time calls this. */
    byte @Nullable [] next() {
        StringBuilder text = new StringBuilder();
        lock.lock();
        try {
            if (beat) {
                text.append(":\n\n");
                beat = false;
            }
            if (missed) {
                append(text, "missed", Map.of());
                missed = false;
            }
        } finally {
            lock.unlock();
        }
        for (LiveEvent event = poll(); event != null; event = text.length() < BATCH_CHARACTERS ? poll() : null) {
            append(text, event.type().wireName(), members(event));
        }
        return text.isEmpty() && isDone() ? null : text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable LiveEvent poll() {
        lock.lock();
        try {
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing has come meanwhile; from then on, what comes has to be written by the thread that adds it. */
    private boolean isDone() {
        lock.lock();
        try {
            isToBeWritten = !waiting.isEmpty() || beat || missed;
            return !isToBeWritten;
        } finally {
            lock.unlock();
        }
    }

    private void append(StringBuilder text, String name, Map<String, Object> members) {
        lastNumber++;
        text.append("id: ")
                .append(lastNumber)
                .append("\nevent: ")
                .append(name)
                .append("\ndata: ")
                .append(JSON.writeValueAsString(members)) // JSON escapes line breaks
                .append("\n\n");
    }

    private static Map<String, Object> members(LiveEvent event) {
        Map<String, Object> members = new LinkedHashMap<>();
        put(members, "contactId", event.contactId());
        put(members, "initialContactId", event.sessionId());
        put(members, "instanceId", event.instanceId());
        members.putAll(event.data());
        return members;
    }

    private static void put(Map<String, Object> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, value);
        }
    }
}
