package org.connectchat.chat.session;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.ChatItem;
import org.jspecify.annotations.Nullable;

/** A chat in a store. It belongs to the generation in which it was added, and changes no later one. */
final class Registered implements Registration {

    private final Supplier<Generation> current;
    private final Chat chat;
    private final Feed<ChatItem> published;
    private @Nullable Generation generation;

    /** @param current the chats that are in the store at a moment */
    Registered(Supplier<Generation> current, Chat chat, Feed<ChatItem> published) {
        this.current = current;
        this.chat = chat;
        this.published = published;
    }

    private Generation joined() {
        if (generation == null) {
            throw new IllegalStateException(chat + " is not in the store");
        }
        return generation;
    }

    @Override
    public void add() {
        generation = current.get();
        generation.addChat();
    }

    @Override
    public void remove(Contact last, List<Contact> earlier) {
        Generation left = joined();
        earlier.forEach(each -> left.removeContact(each.id()));
        left.removeContact(last.id());
        left.removeChat(chat);
    }

    @Override
    public void addContact(String contactId) {
        joined().addContact(contactId, chat);
    }

    @Override
    public Feed<ChatItem> items() {
        return published;
    }

    @Override
    public void addKey(Object key, Grant grant) {
        joined().addKey(key, chat, grant);
    }

    @Override
    public void removeKey(Object key) {
        joined().removeKey(key);
    }

    /** A chat that is not in the store yet is tied when it is added, if it needs to be. */
    @Override
    public void tie() {
        if (generation != null) {
            generation.tie(chat);
        }
    }

    @Override
    public @Nullable Instant removedAt() {
        return generation == null ? null : generation.removedAt();
    }
}
