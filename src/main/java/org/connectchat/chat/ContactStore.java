package org.connectchat.chat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps contacts by id. An implementation is safe under any number of threads. */
interface ContactStore {

    /** Adds a contact whose id is new. */
    void create(Contact contact);

    @Nullable
    Contact find(String contactId);

    /**
     * Applies a change atomically.
     *
     * @param change a function without side effects, as it may be applied more than once
     * @return what stood before and what stands now, or null if the contact is unknown
     */
    @Nullable
    Change update(String contactId, UnaryOperator<Contact> change);

    /** The contacts of the session that began with this one, oldest first; empty if it is unknown. */
    List<Contact> session(String initialContactId);

    void remove(String contactId);

    /** A contact before and after an update. */
    record Change(Contact before, Contact after) {

        /** Whether this update, and no other, ended the chat. */
        boolean endedIt() {
            return before.isActive() && !after.isActive();
        }
    }
}
