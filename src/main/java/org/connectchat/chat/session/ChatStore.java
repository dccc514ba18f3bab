package org.connectchat.chat.session;

import java.time.Instant;
import java.util.Collection;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactListener;
import org.connectchat.chat.contact.Seat;
import org.jspecify.annotations.Nullable;

/**
 * Finds chats by the ids of their contacts, and by the keys of their participants. Only a {@link ChatState} changes it.
 * An
 * implementation is safe under any number of threads, and its methods return at once.
 */
public interface ChatStore {

    /** A new chat. It can be found as soon as {@link ChatState#open} has registered it. */
    default Chat create(Contact firstContact) {
        return new Chat(firstContact, this::registrationOf, listener());
    }

    /** Is told of all contacts. */
    ContactListener listener();

    /** The changes that the chat itself makes in this store. */
    Registration registrationOf(Chat chat);

    /** The chat that a contact belongs to, or null. */
    @Nullable
    Chat byContact(String contactId);

    /** The seat that a key of this kind opens at this moment, or null. */
    @Nullable
    Seat seat(Object key, Grant.Kind kind, Instant now);

    /** All chats, in no order. Chats that are added or removed meanwhile may be included or not. */
    Collection<Chat> all();

    /** How many contacts there are. */
    int contacts();

    /** How many keys there are. */
    int keys();
}
