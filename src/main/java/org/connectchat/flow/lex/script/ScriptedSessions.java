package org.connectchat.flow.lex.script;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.state.SavedBots;

/**
 * The session attributes of dialogs that go on, as Lex keeps them between calls. The number of characters of all sessions
 * is bounded; beyond the bound, the sessions that were used longest ago are forgotten.
 */
final class ScriptedSessions {

    private static final int MAX_CHARACTERS = 4_000_000;
    private static final int CHARACTERS_OF_AN_ENTRY = 100;

    record Key(String bot, String sessionId) {}

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final LinkedHashMap<Key, Map<String, String>> attributes = new LinkedHashMap<>(16, 0.75f, true);

    @GuardedBy("lock")
    private int characters;

    Map<String, String> of(Key session) {
        lock.lock();
        try {
            return attributes.getOrDefault(session, Map.of());
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the attributes of a session; empty ones are forgotten. */
    void keep(Key session, Map<String, String> kept) {
        lock.lock();
        try {
            forgetLocked(session);
            if (!kept.isEmpty()) {
                attributes.put(session, Collections.unmodifiableMap(new LinkedHashMap<>(kept)));
                characters += size(session, kept);
                while (characters > MAX_CHARACTERS) {
                    forgetLocked(attributes.keySet().iterator().next());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** All of them, the one that was used longest ago first. */
    List<SavedBots.Session> save() {
        lock.lock();
        try {
            return attributes.entrySet().stream()
                    .map(entry -> new SavedBots.Session(
                            entry.getKey().bot(), entry.getKey().sessionId(), entry.getValue()))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Replaces all of them. */
    void replace(List<SavedBots.Session> saved) {
        forgetAll();
        saved.forEach(session -> keep(new Key(session.bot(), session.sessionId()), session.attributes()));
    }

    void forgetAll() {
        lock.lock();
        try {
            attributes.clear();
            characters = 0;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void forgetLocked(Key session) {
        Map<String, String> forgotten = attributes.remove(session);
        if (forgotten != null) {
            characters -= size(session, forgotten);
        }
    }

    private static int size(Key session, Map<String, String> attributes) {
        int size = CHARACTERS_OF_AN_ENTRY
                + session.bot().length()
                + session.sessionId().length();
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            size += CHARACTERS_OF_AN_ENTRY
                    + attribute.getKey().length()
                    + attribute.getValue().length();
        }
        return size;
    }
}
