package org.connectchat.chat;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The conversations of contacts; a contact in which nobody ever said anything has none until it is asked for. */
final class Conversations {

    private final Clock clock;
    private final Map<String, Conversation> byContact = new ConcurrentHashMap<>();

    Conversations(Clock clock) {
        this.clock = clock;
    }

    Conversation of(Contact contact) {
        Conversation known = byContact.get(contact.id());
        return known != null ? known : byContact.computeIfAbsent(contact.id(), id -> new Conversation(clock));
    }

    /** The conversation of a contact in which somebody has said or heard something, or null. */
    @Nullable
    Conversation existing(Contact contact) {
        return byContact.get(contact.id());
    }

    void remove(String contactId) {
        byContact.remove(contactId);
    }

    int size() {
        return byContact.size();
    }
}
