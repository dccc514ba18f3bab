package org.connectchat.chat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;

/** An ordinary store in which something else can happen right after an update, as another thread might do it. */
public final class InterruptedStore {

    private Runnable next;

    public void afterNextUpdate(Runnable something) {
        next = something;
    }

    public ContactStore around(ContactStore store) {
        return new ContactStore() {

            @Override
            public void create(Contact contact) {
                store.create(contact);
            }

            @Override
            public Contact find(String contactId) {
                return store.find(contactId);
            }

            @Override
            public Change update(String contactId, UnaryOperator<Contact> change) {
                Change changed = store.update(contactId, change);
                Runnable now = next;
                next = null;
                if (now != null) {
                    now.run();
                }
                return changed;
            }

            @Override
            public List<Contact> session(String initialContactId) {
                return store.session(initialContactId);
            }

            @Override
            public List<Contact> all() {
                return store.all();
            }

            @Override
            public void remove(String contactId) {
                store.remove(contactId);
            }
        };
    }
}
