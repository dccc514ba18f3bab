package org.connectchat.chat.session;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.connectchat.chat.contact.ContactListener;
import org.connectchat.chat.contact.Seat;
import org.jspecify.annotations.Nullable;

/** Chats in the heap. */
final class InMemoryChatStore implements ChatStore {

    private final Map<String, Chat> byContact = new ConcurrentHashMap<>();
    private final Map<Object, Held> byKey = new ConcurrentHashMap<>();

    private final ContactListener listener;

    private record Held(Chat chat, Grant grant) {}

    InMemoryChatStore(ContactListener listener) {
        this.listener = listener;
    }

    @Override
    public ContactListener listener() {
        return listener;
    }

    @Override
    public Registration registrationOf(Chat chat) {
        return new Registration() {
            @Override
            public void addContact(String contactId) {
                if (byContact.putIfAbsent(contactId, chat) != null) {
                    throw new IllegalStateException("Contact " + contactId + " exists already");
                }
            }

            @Override
            public void removeContact(String contactId) {
                byContact.remove(contactId);
            }

            @Override
            public void addKey(Object key, Grant grant) {
                byKey.put(key, new Held(chat, grant));
            }

            @Override
            public void removeKey(Object key) {
                byKey.remove(key);
            }
        };
    }

    @Override
    public @Nullable Chat byContact(String contactId) {
        return byContact.get(contactId);
    }

    @Override
    public @Nullable Seat seat(Object key, Grant.Kind kind, Instant now) {
        Held held = byKey.get(key);
        return held != null && held.grant().isGood(kind, now)
                ? held.chat().seat(held.grant().participantId())
                : null;
    }

    /** A chat of several contacts is counted by its first one. */
    @Override
    public Collection<Chat> all() {
        return byContact.entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().sessionId()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    @Override
    public int contacts() {
        return byContact.size();
    }

    @Override
    public int keys() {
        return byKey.size();
    }
}
