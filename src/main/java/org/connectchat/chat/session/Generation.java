package org.connectchat.chat.session;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The chats that are in the store between two resets, with the ids of their contacts and the keys that open them. A reset puts
 * an empty one in its place, and its chats end without a trace when they are next used.
 */
final class Generation {

    /** A chat that a key opens, and how. */
    record Held(Chat chat, Grant grant) {}

    private final Map<String, Chat> byContact = new ConcurrentHashMap<>();
    private final Map<Object, Held> byKey = new ConcurrentHashMap<>();
    private final Set<Chat> tied = ConcurrentHashMap.newKeySet();
    private final AtomicInteger chats = new AtomicInteger();
    private volatile @Nullable Instant removedAt;

    void addChat() {
        chats.incrementAndGet();
    }

    void removeChat(Chat chat) {
        chats.decrementAndGet();
        tied.remove(chat);
    }

    /** Adds a contact of a chat, whose id is new. */
    void addContact(String contactId, Chat chat) {
        if (byContact.putIfAbsent(contactId, chat) != null) {
            throw new IllegalStateException("Contact " + contactId + " exists already");
        }
    }

    void removeContact(String contactId) {
        byContact.remove(contactId);
    }

    /** Adds a key: a token or a ticket, compared by equals. */
    void addKey(Object key, Chat chat, Grant grant) {
        byKey.put(key, new Held(chat, grant));
    }

    void removeKey(Object key) {
        byKey.remove(key);
    }

    /** A chat has something that others hold for it, such as a place in a queue, so it cannot be dropped unseen. */
    void tie(Chat chat) {
        tied.add(chat);
    }

    Map<String, Chat> byContact() {
        return byContact;
    }

    Map<Object, Held> byKey() {
        return byKey;
    }

    Set<Chat> tied() {
        return tied;
    }

    int chats() {
        return chats.get();
    }

    /** When all of its chats were removed; null while they are in the store. */
    @Nullable
    Instant removedAt() {
        return removedAt;
    }

    void remove(Instant now) {
        removedAt = now;
    }
}
