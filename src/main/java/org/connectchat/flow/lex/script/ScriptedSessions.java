package org.connectchat.flow.lex.script;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.flow.state.SavedBots;
import org.jspecify.annotations.Nullable;

/**
 * The session attributes of dialogs that go on, as Lex keeps them between calls. The number of characters of all sessions
 * is bounded; beyond the bound, the sessions that were used longest ago are forgotten.
 */
final class ScriptedSessions {

    private static final int MAX_CHARACTERS = 4_000_000;
    private static final int CHARACTERS_OF_AN_ENTRY = 100;

    record Key(String bot, String sessionId) {}

    /** @param instanceId the instance of the dialog; null if it is not known */
    private record Session(@Nullable String instanceId, Map<String, String> attributes) {}

    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final LinkedHashMap<Key, Session> kept = new LinkedHashMap<>(16, 0.75f, true);

    @GuardedBy("lock")
    private int characters;

    Map<String, String> of(Key session) {
        lock.lock();
        try {
            Session found = kept.get(session);
            return found == null ? Map.of() : found.attributes();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps the attributes of a session; empty ones are forgotten. */
    void keep(Key session, @Nullable String instanceId, Map<String, String> attributes) {
        lock.lock();
        try {
            forgetLocked(session);
            if (!attributes.isEmpty()) {
                kept.put(
                        session, new Session(instanceId, Collections.unmodifiableMap(new LinkedHashMap<>(attributes))));
                characters += size(session, attributes);
                while (characters > MAX_CHARACTERS) {
                    forgetLocked(kept.keySet().iterator().next());
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
            return kept.entrySet().stream()
                    .map(entry -> new SavedBots.Session(
                            entry.getKey().bot(),
                            entry.getValue().instanceId(),
                            entry.getKey().sessionId(),
                            entry.getValue().attributes()))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    /** Replaces all of them. */
    void replace(List<SavedBots.Session> saved) {
        forgetAll();
        saved.forEach(session ->
                keep(new Key(session.bot(), session.sessionId()), session.instanceId(), session.attributes()));
    }

    /** Forgets the sessions of an instance. */
    void forget(String instanceId) {
        lock.lock();
        try {
            List<Key> ofInstance = kept.entrySet().stream()
                    .filter(entry -> instanceId.equals(entry.getValue().instanceId()))
                    .map(Map.Entry::getKey)
                    .toList();
            for (Key session : ofInstance) {
                forgetLocked(session);
            }
        } finally {
            lock.unlock();
        }
    }

    void forgetAll() {
        lock.lock();
        try {
            kept.clear();
            characters = 0;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void forgetLocked(Key session) {
        Session forgotten = kept.remove(session);
        if (forgotten != null) {
            characters -= size(session, forgotten.attributes());
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
