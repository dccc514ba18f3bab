package org.connectchat.chat.contact;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps contacts by id. An implementation is safe under any number of threads. */
public interface ContactStore {

    /** Adds a contact whose id is new. */
    void create(Contact contact);

    @Nullable
    Contact find(String contactId);

    /** The contact of the same session in which the chat goes on, or ended: the contact itself unless it was handed over. */
    default @Nullable Contact current(String contactId) {
        Contact contact = find(contactId);
        while (contact != null && contact.lineage().nextContactId() != null) {
            contact = find(contact.lineage().nextContactId());
        }
        return contact;
    }

    /**
     * Applies a change atomically.
     *
     * @param change a function without side effects, as it may be applied more than once
     * @return what stood before and what stands now, or null if the contact is unknown
     */
    @Nullable
    Change update(String contactId, UnaryOperator<Contact> change);

    /** Like {@link #update}, of the contact in which the chat goes on; one that was handed over is never changed. */
    default @Nullable Change updateCurrent(String contactId, UnaryOperator<Contact> change) {
        while (true) {
            Contact current = current(contactId);
            Change changed = current == null
                    ? null
                    : update(current.id(), contact -> contact.isHandedOver() ? contact : change.apply(contact));
            if (changed == null || !changed.before().isHandedOver()) {
                return changed;
            }
        }
    }

    /** The contacts of the session that began with this one, oldest first; empty if it is unknown. */
    List<Contact> session(String initialContactId);

    /** All that there are, in no order; others may come and go meanwhile. */
    List<Contact> all();

    void remove(String contactId);

    /** A contact before and after an update. */
    record Change(Contact before, Contact after) {

        /** Whether this update, and no other, ended the chat. */
        public boolean endedIt() {
            return before.isActive() && !after.isActive();
        }
    }
}
