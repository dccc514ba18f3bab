package org.connectchat.chat.session;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chats in the heap. */
final class InMemoryChatStore implements ChatStore {

    private final Map<String, Chat> byContact = new ConcurrentHashMap<>();
    private final Map<Object, Grant> byKey = new ConcurrentHashMap<>();

    @Override
    public void add(String contactId, Chat chat) {
        if (byContact.putIfAbsent(contactId, chat) != null) {
            throw new IllegalStateException("Contact " + contactId + " exists already");
        }
    }

    @Override
    public @Nullable Chat byContact(String contactId) {
        return byContact.get(contactId);
    }

    @Override
    public void remove(String contactId) {
        byContact.remove(contactId);
    }

    @Override
    public void addKey(Object key, Grant grant) {
        byKey.put(key, grant);
    }

    @Override
    public @Nullable Grant byKey(Object key) {
        return byKey.get(key);
    }

    @Override
    public void removeKey(Object key) {
        byKey.remove(key);
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
