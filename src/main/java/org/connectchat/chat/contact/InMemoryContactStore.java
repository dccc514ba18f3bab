package org.connectchat.chat.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Contacts in the heap; a change is a compare-and-set, so no reader ever waits. */
public final class InMemoryContactStore implements ContactStore {

    private final Map<String, AtomicReference<Contact>> contacts = new ConcurrentHashMap<>();
    /** The later contacts of a session by its initial one. A session of a single contact needs no entry. */
    private final Map<String, List<String>> followers = new ConcurrentHashMap<>();

    @Override
    public void create(Contact contact) {
        if (contacts.putIfAbsent(contact.id(), new AtomicReference<>(contact)) != null) {
            throw new IllegalStateException("Contact " + contact.id() + " exists already");
        }
        String initial = contact.lineage().initialContactId();
        if (!initial.equals(contact.id())) {
            followers.merge(initial, List.of(contact.id()), InMemoryContactStore::concatenated);
        }
    }

    @Override
    public @Nullable Contact find(String contactId) {
        AtomicReference<Contact> current = contacts.get(contactId);
        return current == null ? null : current(current);
    }

    @Override
    public @Nullable Change update(String contactId, UnaryOperator<Contact> change) {
        AtomicReference<Contact> current = contacts.get(contactId);
        if (current == null) {
            return null;
        }
        while (true) {
            Contact before = current(current);
            Contact after = change.apply(before);
            if (current.compareAndSet(before, after)) {
                return new Change(before, after);
            }
        }
    }

    @Override
    public List<Contact> session(String initialContactId) {
        List<Contact> session = new ArrayList<>();
        addTo(session, initialContactId);
        followers.getOrDefault(initialContactId, List.of()).forEach(id -> addTo(session, id));
        return session;
    }

    private void addTo(List<Contact> session, String contactId) {
        Contact contact = find(contactId);
        if (contact != null) {
            session.add(contact);
        }
    }

    @Override
    public List<Contact> all() {
        return contacts.values().stream().map(InMemoryContactStore::current).toList();
    }

    @Override
    public void remove(String contactId) {
        AtomicReference<Contact> removed = contacts.remove(contactId);
        if (removed != null) {
            String initial = current(removed).lineage().initialContactId();
            followers.computeIfPresent(initial, (id, ids) -> without(ids, contactId));
        }
    }

    private static Contact current(AtomicReference<Contact> reference) {
        return Objects.requireNonNull(reference.get());
    }

    private static List<String> concatenated(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }

    private static @Nullable List<String> without(List<String> ids, String contactId) {
        List<String> rest = ids.stream().filter(id -> !id.equals(contactId)).toList();
        return rest.isEmpty() ? null : rest;
    }
}
