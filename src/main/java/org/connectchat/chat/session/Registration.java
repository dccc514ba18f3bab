package org.connectchat.chat.session;

/** What one chat changes in the store: under which contact ids it is found, and which keys open it. */
public interface Registration {

    /** Adds a contact of the chat, whose id is new. */
    void addContact(String contactId);

    void removeContact(String contactId);

    /** Adds a key: a token or a ticket, compared by equals. */
    void addKey(Object key, Grant grant);

    void removeKey(Object key);
}
