package org.connectchat.chat.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactAttributes;
import org.connectchat.chat.contact.ContactDetails;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.memory.Weight;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatStore;
import org.jspecify.annotations.Nullable;

/** Finds contacts, and changes their attributes, their data and their chat timers. */
public final class Contacts {

    private final Clock clock;
    private final ChatStore chats;
    private final ChatMemory memory;

    Contacts(Clock clock, ChatStore chats, ChatMemory memory) {
        this.clock = clock;
        this.chats = chats;
        this.memory = memory;
    }

    /**
     * Finds a contact, active or ended.
     *
     * @throws ChatRefused if the instance has no such contact
     */
    public Contact get(String instanceId, String contactId) {
        return get(chat(instanceId, contactId), contactId);
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
        Instant now = clock.instant();
        chat(instanceId, contactId).locked(state -> {
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
        Chat chat = chat(instanceId, contactId);
        Instant now = clock.instant();
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
     * Changes the data that flows set, of an active or ended contact, as {@link ContactDetails#changed} says. The current
     * contact of the chat is changed.
     *
     * @throws ChatRefused if the instance has no such contact, or the memory is full
     */
    public Contact updateDetails(String instanceId, String contactId, ContactDetails changes) {
        Chat chat = chat(instanceId, contactId);
        Instant now = clock.instant();
        long growth = ContactWeight.of(changes);
        memory.take(chat.contact(), growth);
        long[] grown = {0};
        try {
            return chat.locked(state -> {
                ContactDetails before = state.contact().details();
                ContactDetails after = before.changed(changes);
                grown[0] = ContactWeight.of(after) - ContactWeight.of(before);
                return state.set(state.contact().withDetails(after, now));
            });
        } finally {
            chat.memory().giveBack(growth - grown[0]);
        }
    }

    private Chat chat(String instanceId, String contactId) {
        Chat chat = chats.byContact(contactId);
        if (chat == null || !chat.contact().instanceId().equals(instanceId)) {
            throw new ChatRefused(
                    ChatRefused.Reason.CONTACT_UNKNOWN,
                    "Contact " + contactId + " was not found in instance " + instanceId);
        }
        return chat;
    }

    private Chat chat(String contactId) {
        Chat chat = chats.byContact(contactId);
        if (chat == null) {
            throw unknown(contactId);
        }
        return chat;
    }

    private static Contact get(Chat chat, String contactId) {
        Contact contact = chat.contact(contactId);
        if (contact == null) {
            throw unknown(contactId);
        }
        return contact;
    }

    private static ChatRefused unknown(String contactId) {
        return new ChatRefused(ChatRefused.Reason.CONTACT_UNKNOWN, "Contact " + contactId + " was not found");
    }
}
