package org.connectchat.chat.session;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.ChatItem;
import org.jspecify.annotations.Nullable;

/** What one chat changes in the store: under which contact ids it is found, and which keys open it. */
public interface Registration {

    /** Puts the chat into the store, where its contacts and keys are added. */
    void add();

    /** Removes the chat with its contacts; its keys are removed before. */
    void remove(Contact last, List<Contact> earlier);

    /** Adds a contact of the chat, whose id is new. */
    void addContact(String contactId);

    /** Gets what participants publish in the conversation of the chat. */
    Feed<ChatItem> items();

    /** Adds a key: a token or a ticket, compared by equals. */
    void addKey(Object key, Grant grant);

    void removeKey(Object key);

    /** Others hold something for the chat, such as a place in a queue, so that it cannot be removed unseen. */
    void tie();

    /** When the chat was removed with all others; null if it was not. */
    @Nullable
    Instant removedAt();
}
