package org.connectchat.chat.session;

import java.util.ArrayList;
import java.util.List;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactListener;
import org.jspecify.annotations.Nullable;

/** The contacts of a session that were handed over, oldest first. The lock of the chat guards it. */
final class EarlierContacts {

    /** Rule F81: the contacts of a chain that flows lengthen. */
    private static final int MAX_CONTACTS_BY_FLOW = 12;

    private List<Contact> contacts = List.of();

    List<Contact> all() {
        return contacts;
    }

    /** Whether one more may follow. */
    boolean hasPlace() {
        return contacts.size() + 1 < MAX_CONTACTS_BY_FLOW;
    }

    void load(List<Contact> saved) {
        contacts = saved;
    }

    void add(Contact handedOver) {
        List<Contact> all = new ArrayList<>(contacts);
        all.add(handedOver);
        contacts = List.copyOf(all);
    }

    @Nullable
    Contact find(String contactId) {
        for (Contact each : contacts) {
            if (each.id().equals(contactId)) {
                return each;
            }
        }
        return null;
    }

    /** Puts a changed contact in the place of the one of its id, if there is one. */
    Contact replace(Contact changed, ContactListener listener) {
        Contact before = find(changed.id());
        List<Contact> all = new ArrayList<>(contacts);
        all.replaceAll(each -> each.id().equals(changed.id()) ? changed : each);
        contacts = List.copyOf(all);
        if (before != null) {
            listener.changed(before, changed);
        }
        return changed;
    }
}
