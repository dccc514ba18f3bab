package org.connectchat.chat.session;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Finds chats by the ids of their contacts, and by the keys of their participants. Only a {@link ChatState} changes it. An
 * implementation is safe under any number of threads, and its methods return at once.
 */
public interface ChatStore {

    /** Adds a contact of a chat, whose id is new. */
    void add(String contactId, Chat chat);

    /** The chat that a contact belongs to, or null. */
    @Nullable
    Chat byContact(String contactId);

    void remove(String contactId);

    /** Adds a key: a token or a ticket, compared by equals. */
    void addKey(Object key, Grant grant);

    /** What a key opens, or null. */
    @Nullable
    Grant byKey(Object key);

    void removeKey(Object key);

    /** All chats, in no order; others may come and go meanwhile. */
    Collection<Chat> all();

    /** How many contacts there are. */
    int contacts();

    /** How many keys there are. */
    int keys();
}
