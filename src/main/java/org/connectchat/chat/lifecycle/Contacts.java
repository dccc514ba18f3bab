package org.connectchat.chat.lifecycle;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactAttributes;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactReferences;
import org.connectchat.chat.contact.ContactTags;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.RoutingData;
import org.connectchat.chat.memory.Weight;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatState.ChatFlow;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/** Finds contacts, and changes their attributes, their data and their chat timers. */
public final class Contacts {

    private final Clocks clocks;
    private final ChatStore chats;
    private final ChatMemory memory;

    Contacts(Clocks clocks, ChatStore chats, ChatMemory memory) {
        this.clocks = clocks;
        this.chats = chats;
        this.memory = memory;
    }

    /**
     * Finds a contact, active or ended.
     *
     * @throws ChatRefused if the instance has no such contact
     */
    public Contact get(String instanceId, String contactId) {
        return get(KnownChat.of(chats, instanceId, contactId), contactId);
    }

    /**
     * Finds a contact of any instance.
     *
     * @throws ChatRefused if there is no such contact
     */
    public Contact get(String contactId) {
        return get(chat(contactId), contactId);
    }

    /** A contact of any instance, or null. */
    public @Nullable Contact find(String contactId) {
        Chat chat = chats.byContact(contactId);
        return chat == null ? null : chat.contact(contactId);
    }

    /**
     * Finds the current contact of the chat that a contact belongs to, or its last one if the chat has ended.
     *
     * @throws ChatRefused if there is no such contact
     */
    public Contact current(String contactId) {
        return chat(contactId).contact();
    }

    /** The session that a contact belongs to, by the id of its first contact; null if the contact is unknown. */
    public @Nullable String sessionId(String contactId) {
        Chat chat = chats.byContact(contactId);
        return chat == null ? null : chat.sessionId();
    }

    /** All contacts that are kept, oldest first. */
    public List<Contact> all() {
        return chats.all().stream()
                .flatMap(chat -> chat.contacts().stream())
                .sorted(Comparator.comparing(
                                (Contact contact) -> contact.timeline().initiatedAt())
                        .thenComparing(Contact::id))
                .toList();
    }

    /**
     * Visits all contacts that are kept, in no order. Contacts that are added or removed meanwhile may be visited or not.
     */
    public void forEach(Consumer<Contact> visitor) {
        chats.all().forEach(chat -> chat.contacts().forEach(visitor));
    }

    /** Whether the chat of a contact is known and has not ended. */
    public boolean isActive(String contactId) {
        Chat chat = chats.byContact(contactId);
        return chat != null && chat.contact().isActive();
    }

    /**
     * Changes the chat timers of an active contact; they take effect when the next agent connects.
     *
     * @throws ChatRefused if the instance has no such contact, or it has ended
     */
    public void updateTimers(String instanceId, String contactId, List<ChatTimer> changes) {
        Instant now = clocks.now(instanceId);
        KnownChat.of(chats, instanceId, contactId).locked(state -> {
            if (!state.contact().isActive()) {
                throw new ChatRefused(ChatRefused.Reason.TIMERS_TOO_LATE, "Contact " + contactId + " has ended");
            }
            return state.set(state.contact().withTimers(changes, now));
        });
    }

    /**
     * Changes the attributes of an active or ended contact; an empty value removes its key. Contacts of one session
     * share their attributes, so the current contact of the chat is changed.
     *
     * @throws ChatRefused if the instance has no such contact, the result would be over 32,768 UTF-8 bytes, or the
     *     memory
     *     is full
     */
    public Contact updateAttributes(String instanceId, String contactId, Map<String, String> changes) {
        Chat chat = KnownChat.of(chats, instanceId, contactId);
        Instant now = clocks.now(instanceId);
        long growth = ContactWeight.growth(changes);
        memory.take(chat.contact(), growth);
        long[] grown = {0};
        try {
            return chat.locked(state -> {
                Map<String, String> before = state.contact().attributes();
                Map<String, String> after = ContactAttributes.updated(before, changes);
                grown[0] = Weight.of(after) - Weight.of(before);
                return state.set(state.contact().withAttributes(after, now));
            });
        } finally {
            chat.memory().giveBack(growth - grown[0]);
        }
    }

    /**
     * Changes the data of an active or ended contact, as {@link ContactDetails#changed} says.
     *
     * @throws ChatRefused if the instance has no such contact, or the memory is full
     */
    public Contact updateDetails(String instanceId, String contactId, ContactDetails changes) {
        return change(instanceId, contactId, ContactWeight.of(changes), details -> details.changed(changes));
    }

    /**
     * Changes the data of an active or ended contact like {@link #updateDetails}, within the limit of the references of a
     * contact (rule U1).
     *
     * @throws ChatRefused also if the references after the change are too large
     */
    public Contact update(String instanceId, String contactId, ContactDetails changes) {
        return change(instanceId, contactId, ContactWeight.of(changes), details -> {
            ContactDetails changed = details.changed(changes);
            if (!changes.references().isEmpty()) {
                ContactReferences.requireSmall(changed.references());
            }
            return changed;
        });
    }

    /**
     * Adds tags to an active or ended contact, all or none (rule U2).
     *
     * @throws ChatRefused if the instance has no such contact, it would have too many tags, or the memory is full
     */
    public Contact tag(String instanceId, String contactId, Map<String, String> tags) {
        return change(
                instanceId,
                contactId,
                Weight.of(tags),
                details -> details.withTags(ContactTags.added(details.tags(), tags)));
    }

    /**
     * Removes tags of an active or ended contact; unknown keys are ignored (rule U3).
     *
     * @throws ChatRefused if the instance has no such contact
     */
    public Contact untag(String instanceId, String contactId, Collection<String> keys) {
        return change(instanceId, contactId, 0, details -> {
            Map<String, String> left = new HashMap<>(details.tags());
            left.keySet().removeAll(keys);
            return details.withTags(left);
        });
    }

    /**
     * Changes the order in which a contact gets an agent, whether it waits in a queue or enters one later (rule U8).
     *
     * @throws ChatRefused if the instance has no such contact, it has ended, or the memory is full
     */
    public Contact updateRouting(String instanceId, String contactId, RoutingData changes) {
        return change(instanceId, contactId, ContactWeight.ROUTING, (state, contact) -> {
            if (!contact.isActive()) {
                throw new ChatRefused(ChatRefused.Reason.CHAT_ENDED, "Contact " + contactId + " has ended");
            }
            ContactDetails details = contact.details();
            Contact changed = contact.withDetails(
                    details.withRouting(details.routing().changed(changes)), clocks.now(contact.instanceId()));
            state.set(changed);
            ChatFlow flow = state.flow();
            if (flow != null) {
                flow.routingChanged(state);
            }
            return changed;
        });
    }

    private Contact change(String instanceId, String contactId, long growth, UnaryOperator<ContactDetails> change) {
        return change(
                instanceId,
                contactId,
                growth,
                (state, contact) -> state.replace(
                        contact.withDetails(change.apply(contact.details()), clocks.now(contact.instanceId()))));
    }

    /**
     * Changes the contact itself; contacts that follow in its session have data of their own.
     *
     * @param growth the most by which the change makes the contact grow, in bytes
     * @param change returns the changed contact, which it has set
     */
    private Contact change(
            String instanceId, String contactId, long growth, BiFunction<ChatState, Contact, Contact> change) {
        Chat chat = KnownChat.of(chats, instanceId, contactId);
        memory.take(chat.contact(), growth);
        long[] grown = {0};
        try {
            return chat.locked(state -> {
                Contact before = known(state.contact(contactId), contactId);
                Contact after = change.apply(state, before);
                grown[0] = ContactWeight.of(after.details()) - ContactWeight.of(before.details());
                return after;
            });
        } finally {
            chat.memory().giveBack(growth - grown[0]);
        }
    }

    private Chat chat(String contactId) {
        Chat chat = chats.byContact(contactId);
        if (chat == null) {
            throw unknown(contactId);
        }
        return chat;
    }

    private static Contact get(Chat chat, String contactId) {
        return known(chat.contact(contactId), contactId);
    }

    private static Contact known(@Nullable Contact contact, String contactId) {
        if (contact == null) {
            throw unknown(contactId);
        }
        return contact;
    }

    private static ChatRefused unknown(String contactId) {
        return new ChatRefused(ChatRefused.Reason.CONTACT_UNKNOWN, "Contact " + contactId + " was not found");
    }
}
