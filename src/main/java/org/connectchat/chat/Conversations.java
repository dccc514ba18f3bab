package org.connectchat.chat;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The conversations of chats; a chat in which nobody ever said anything has none until it is asked for. */
final class Conversations {

    private final Clock clock;
    private final Map<String, Conversation> bySession = new ConcurrentHashMap<>();

    Conversations(Clock clock) {
        this.clock = clock;
    }

    Conversation of(Contact contact) {
        Conversation known = bySession.get(contact.sessionId());
        return known != null
                ? known
                : bySession.computeIfAbsent(
                        contact.sessionId(), id -> new Conversation(clock, contact.id(), contact.memory()));
    }

    /** The conversation of a chat in which somebody has said or heard something, or null. */
    @Nullable
    Conversation existing(Contact contact) {
        return bySession.get(contact.sessionId());
    }

    void remove(String sessionId) {
        bySession.remove(sessionId);
    }

    int size() {
        return bySession.size();
    }
}
