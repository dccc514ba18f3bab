package org.connectchat.chat.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactAttributes;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.StartChatCommand.Origin;
import org.connectchat.chat.memory.Weight;
import org.jspecify.annotations.Nullable;

/** Starts chats, finds them, changes their attributes and ends them. */
public final class ChatContactService {

    private final Clock clock;
    private final Catalogue catalogue;
    private final ContactStore contacts;
    private final NewContacts newContacts;
    private final ChatOrigins origins;
    private final ActiveChats activeChats;
    private final ClientTokens clientTokens;
    private final ParticipantTokens participantTokens;
    private final ChatEndings endings;
    private final ChatMemory memory;
    /** A chat is started either before a reset, which then takes it along, or after it. */
    private final ReadWriteLock resetting = new ReentrantReadWriteLock();

    public ChatContactService(
            Clock clock,
            ChatSettings settings,
            QuotaSettings quotas,
            Catalogue catalogue,
            ContactStore contacts,
            ActiveChats activeChats,
            ParticipantTokens participantTokens,
            ChatEndings endings,
            ChatMemory memory,
            IdGenerator ids) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.contacts = contacts;
        this.newContacts = new NewContacts(clock, settings.defaultDuration(), ids);
        this.origins = new ChatOrigins(contacts);
        this.activeChats = activeChats;
        // As many tokens as there may be chats that one can still ask for, and the same again for forgotten ones.
        int tokens = 2 * settings.retainedContacts() + quotas.concurrentActiveChats();
        this.clientTokens = new ClientTokens(clock, settings.idempotencyWindow(), tokens, memory.budget());
        this.participantTokens = participantTokens;
        this.endings = endings;
        this.memory = memory;
    }

    /**
     * Starts a chat, or returns the one that this ClientToken started before (rule B1).
     *
     * @throws ChatRefused if the catalogue, the origin, the quota or the memory speaks against it, in this order
     */
    public StartedChat start(StartChatCommand command) {
        return memory.makingPlace(() -> startOnce(command));
    }

    private StartedChat startOnce(StartChatCommand command) {
        String clientToken = command.clientToken();
        resetting.readLock().lock();
        try {
            return clientToken == null || clientToken.isEmpty()
                    ? startNew(command)
                    : clientTokens.once(command.instanceId(), clientToken, () -> startNew(command));
        } finally {
            resetting.readLock().unlock();
        }
    }

    private StartedChat startNew(StartChatCommand command) {
        catalogue.require(command.instanceId(), command.contactFlowId());
        Origin origin = command.origin();
        Contact source = origin == null ? null : origins.resolve(command.instanceId(), origin);
        Contact contact = newContacts.make(command, source, memory.open());
        activeChats.enter(contact.instanceId());
        if (!contact.memory().take(ContactWeight.of(contact))) {
            activeChats.leave(contact.instanceId());
            throw memory.fullForChats();
        }
        // From here on nothing can fail, so a place that was taken belongs to a chat that exists.
        // The token comes first, so that whoever ends the chat as soon as it is there finds it to take it away.
        participantTokens.add(contact, contact.customer());
        contacts.create(contact);
        endings.clocks().start(contact);
        String continuedFrom = source == null || origin instanceof Origin.Related ? null : source.id();
        Participant customer = contact.customer();
        return new StartedChat(contact.id(), customer.id(), customer.token(), continuedFrom);
    }

    /**
     * Ends a chat that is still active; one that has ended already stays as it is.
     *
     * @throws ChatRefused if the instance has no such contact
     */
    public Contact stop(String instanceId, String contactId) {
        Contact contact = get(instanceId, contactId);
        endings.endExactly(contactId, DisconnectReason.API, now());
        return contact;
    }

    /**
     * Ends the chat that a contact belongs to, for a reason of the caller's.
     *
     * @throws ChatRefused if there is no such contact, or its chat has ended
     */
    public Contact end(String contactId, DisconnectReason reason) {
        Contact contact = current(contactId);
        if (!endings.end(contactId, reason, now(), null)) {
            throw new ChatRefused(ChatRefused.Reason.CHAT_ENDED, "Contact " + contact.id() + " has ended already");
        }
        return current(contactId);
    }

    /** Makes all chats, or those of one instance, as if they had never been; returns how many there were. */
    public int reset(@Nullable String instanceId) {
        Instant now = now();
        resetting.writeLock().lock();
        try {
            Set<String> sessions = contacts.all().stream()
                    .filter(contact ->
                            instanceId == null || contact.instanceId().equals(instanceId))
                    .map(Contact::sessionId)
                    .collect(Collectors.toSet());
            sessions.forEach(session -> endings.discard(session, now));
            clientTokens.forget(instanceId);
            return sessions.size();
        } finally {
            resetting.writeLock().unlock();
        }
    }

    /** Has something done after each end of a chat, once. It must return at once: clocks and callers wait for it. */
    public void whenEnded(Consumer<Contact> ending) {
        endings.whenEnded(ending);
    }

    /** Has something done when an ended chat is no longer kept, with its last contact; it too must return at once. */
    public void whenForgotten(Consumer<Contact> farewell) {
        endings.whenForgotten(farewell);
    }

    /**
     * The customer is there: the connection clock stops, the duration clock goes on (rules B4 and B5).
     *
     * @throws ChatRefused if the chat has ended
     */
    public Contact customerConnected(String contactId) {
        Instant now = now();
        ContactStore.Change change = contacts.updateCurrent(contactId, contact -> contact.connected(now));
        if (change == null || !change.after().isActive()) {
            throw new ChatRefused(ChatRefused.Reason.ACCESS_DENIED, "Access denied");
        }
        if (change.before().timeline().connectedAt() == null) {
            endings.clocks().customerConnected(change.after());
            if (!isActive(contactId)) {
                endings.clocks().stop(change.after()); // it ended while its clocks were changed
            }
        }
        return change.after();
    }

    /**
     * Finds a contact, active or ended.
     *
     * @throws ChatRefused if the instance has no such contact
     */
    public Contact get(String instanceId, String contactId) {
        Contact contact = contacts.find(contactId);
        if (contact == null || !contact.instanceId().equals(instanceId)) {
            throw unknown(instanceId, contactId);
        }
        return contact;
    }

    /**
     * The contact in which the chat of a contact goes on, or ended, whatever its instance.
     *
     * @throws ChatRefused if there is no such contact
     */
    public Contact current(String contactId) {
        Contact contact = contacts.current(contactId);
        if (contact == null) {
            throw new ChatRefused(ChatRefused.Reason.CONTACT_UNKNOWN, "Contact " + contactId + " was not found");
        }
        return contact;
    }

    /**
     * A contact, whatever its instance.
     *
     * @throws ChatRefused if there is no such contact
     */
    public Contact get(String contactId) {
        Contact contact = contacts.find(contactId);
        if (contact == null) {
            throw new ChatRefused(ChatRefused.Reason.CONTACT_UNKNOWN, "Contact " + contactId + " was not found");
        }
        return contact;
    }

    /** The session that a contact belongs to, by the id of its first contact; null if the contact is unknown. */
    public @Nullable String sessionId(String contactId) {
        Contact contact = contacts.find(contactId);
        return contact == null ? null : contact.sessionId();
    }

    /** All contacts that are kept, oldest first. */
    public List<Contact> all() {
        return contacts.all().stream()
                .sorted(Comparator.comparing(
                                (Contact contact) -> contact.timeline().initiatedAt())
                        .thenComparing(Contact::id))
                .toList();
    }

    /** Whether the chat of a contact is known and has not ended. */
    public boolean isActive(String contactId) {
        Contact contact = contacts.current(contactId);
        return contact != null && contact.isActive();
    }

    /**
     * Changes the chat timers of an active contact; they take effect when the next agent connects.
     *
     * @throws ChatRefused if the instance has no such contact, or it has ended
     */
    public void updateTimers(String instanceId, String contactId, List<ChatTimer> changes) {
        get(instanceId, contactId);
        Instant now = now();
        ContactStore.Change change = contacts.updateCurrent(
                contactId, contact -> contact.isActive() ? contact.withTimers(changes, now) : contact);
        if (change == null) {
            throw unknown(instanceId, contactId);
        }
        if (!change.after().isActive()) {
            throw new ChatRefused(ChatRefused.Reason.TIMERS_TOO_LATE, "Contact " + contactId + " has ended");
        }
    }

    /**
     * Lays changes over the attributes of an active or ended contact; an empty value removes its key. Contacts of one
     * session share their attributes, so they are changed where the chat is now.
     *
     * @throws ChatRefused if the instance has no such contact, the result would be over 32,768 UTF-8 bytes, or the memory
     *     is full
     */
    public Contact updateAttributes(String instanceId, String contactId, Map<String, String> changes) {
        Contact known = get(instanceId, contactId);
        Instant now = now();
        long growth = ContactWeight.growth(changes);
        memory.take(known, growth);
        long grown = 0;
        try {
            ContactStore.Change change = contacts.updateCurrent(
                    contactId,
                    contact -> contact.withAttributes(ContactAttributes.updated(contact.attributes(), changes), now));
            if (change == null) {
                throw unknown(instanceId, contactId);
            }
            grown = Weight.of(change.after().attributes())
                    - Weight.of(change.before().attributes());
            return change.after();
        } finally {
            known.memory().giveBack(growth - grown);
        }
    }

    private static ChatRefused unknown(String instanceId, String contactId) {
        return new ChatRefused(
                ChatRefused.Reason.CONTACT_UNKNOWN,
                "Contact " + contactId + " was not found in instance " + instanceId);
    }

    private Instant now() {
        return clock.instant();
    }
}
