package org.connectchat.chat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.connectchat.chat.Deadlines.Deadline;
import org.connectchat.chat.Deadlines.Kind;
import org.connectchat.chat.StartChat.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts chats, finds them, changes their attributes and ends them. */
public final class ChatContactService {

    private static final Logger LOG = LoggerFactory.getLogger(ChatContactService.class);

    private final Clock clock;
    private final Catalogue catalogue;
    private final ContactStore contacts;
    private final NewContacts newContacts;
    private final ChatClocks clocks;
    private final Origins origins;
    private final ActiveChats activeChats;
    private final ClientTokens clientTokens;
    private final EndedChats endedChats;
    private final ParticipantTokens participantTokens;
    private final Conversations conversations;
    private final Narrator narrator;
    private final List<Consumer<Contact>> endings = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> farewells = new CopyOnWriteArrayList<>();

    ChatContactService(
            Clock clock,
            ChatSettings settings,
            QuotaSettings quotas,
            Catalogue catalogue,
            ContactStore contacts,
            Deadlines deadlines,
            Mint mint,
            Conversations conversations) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.contacts = contacts;
        this.newContacts = new NewContacts(clock, settings.defaultDuration(), mint);
        this.clocks = new ChatClocks(deadlines, settings.connectionDeadline(), this::expire);
        this.origins = new Origins(contacts);
        this.activeChats = new ActiveChats(quotas.concurrentActiveChats());
        // As many tokens as there may be chats that one can still ask for, and the same again for forgotten ones.
        int tokens = 2 * settings.retainedContacts() + quotas.concurrentActiveChats();
        this.clientTokens = new ClientTokens(clock, settings.idempotencyWindow(), tokens);
        this.endedChats = new EndedChats(this::forget, deadlines, settings.retention(), settings.retainedContacts());
        this.participantTokens = new ParticipantTokens(contacts);
        this.conversations = conversations;
        this.narrator = new Narrator(mint);
    }

    /**
     * Starts a chat, or returns the one that this ClientToken started before (rule B1).
     *
     * @throws ChatRefused if the catalogue, the origin or the quota speaks against it, in this order
     */
    public StartedChat start(StartChat wish) {
        String clientToken = wish.clientToken();
        return clientToken == null || clientToken.isEmpty()
                ? startNew(wish)
                : clientTokens.once(wish.instanceId(), clientToken, () -> startNew(wish));
    }

    private StartedChat startNew(StartChat wish) {
        catalogue.require(wish.instanceId(), wish.contactFlowId());
        Origin origin = wish.origin();
        Contact source = origin == null ? null : origins.resolve(wish.instanceId(), origin);
        Contact contact = newContacts.make(wish, source);
        // From here on nothing can fail, so a place that was taken belongs to a chat that exists.
        activeChats.enter(contact.instanceId());
        contacts.create(contact);
        participantTokens.add(contact, contact.customer());
        clocks.start(contact);
        String continuedFrom = source == null || origin instanceof Origin.Related ? null : source.id();
        Participant customer = contact.customer();
        return new StartedChat(contact.id(), customer.id(), customer.token(), continuedFrom);
    }

    private void expire(Deadline deadline) {
        DisconnectReason reason = deadline.kind() == Kind.CONNECTION
                ? DisconnectReason.CUSTOMER_CONNECTION_NOT_ESTABLISHED
                : DisconnectReason.EXPIRED;
        if (end(deadline.contactId(), reason, deadline.at())) {
            LOG.info("contact={} ended by its clock: {}", deadline.contactId(), reason);
        }
    }

    /**
     * Ends a chat that is still active; one that has ended already stays as it is.
     *
     * @throws ChatRefused if the instance has no such contact
     */
    public Contact stop(String instanceId, String contactId) {
        Contact contact = get(instanceId, contactId);
        end(contactId, DisconnectReason.API, now());
        return contact;
    }

    private boolean end(String contactId, DisconnectReason reason, Instant at) {
        ContactStore.Change change = contacts.update(contactId, contact -> contact.ended(reason, at));
        if (change == null || !change.endedIt()) {
            return false;
        }
        Contact ended = change.after();
        clocks.stop(ended);
        ended.participants().forEach(participantTokens::remove);
        activeChats.leave(ended.instanceId());
        sayGoodbye(ended);
        endings.forEach(ending -> ending.accept(ended));
        endedChats.add(ended.id(), at);
        return true;
    }

    /** Has something done after each end of a chat, once. It must return at once: clocks and callers wait for it. */
    public void whenEnded(Consumer<Contact> ending) {
        endings.add(ending);
    }

    /** Has something done when an ended chat is no longer kept, by its contact id; it too must return at once. */
    public void whenForgotten(Consumer<String> farewell) {
        farewells.add(farewell);
    }

    /** Says that the chat is over to whoever is there to hear it; harmless if it was said before. */
    void sayGoodbye(Contact ended) {
        Conversation conversation = conversations.existing(ended);
        if (conversation != null) {
            conversation.close(narrator.ending(ended));
        }
    }

    private void forget(String contactId) {
        contacts.remove(contactId);
        conversations.remove(contactId);
        farewells.forEach(farewell -> farewell.accept(contactId));
    }

    /**
     * The customer is there: the connection clock stops, the duration clock goes on (rules B4 and B5).
     *
     * @throws ChatRefused if the chat has ended
     */
    Contact customerConnected(String contactId) {
        Instant now = now();
        ContactStore.Change change = contacts.update(contactId, contact -> contact.connected(now));
        if (change == null || !change.after().isActive()) {
            throw new ChatRefused(ChatRefused.Reason.ACCESS_DENIED, "Access denied");
        }
        if (change.before().timeline().connectedAt() == null) {
            clocks.customerConnected(change.after());
            if (!isActive(contactId)) {
                clocks.stop(change.after()); // it ended while its clocks were changed
            }
        }
        return change.after();
    }

    void customerDisconnected(String contactId) {
        end(contactId, DisconnectReason.CUSTOMER_DISCONNECT, now());
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

    /** Whether there is such a contact and it has not ended. */
    public boolean isActive(String contactId) {
        Contact contact = contacts.find(contactId);
        return contact != null && contact.isActive();
    }

    ParticipantTokens participantTokens() {
        return participantTokens;
    }

    /**
     * Lays changes over the attributes of an active or ended contact; an empty value removes its key.
     *
     * @throws ChatRefused if the instance has no such contact, or the result would be over 32,768 UTF-8 bytes
     */
    public Contact updateAttributes(String instanceId, String contactId, Map<String, String> changes) {
        get(instanceId, contactId);
        Instant now = now();
        ContactStore.Change change = contacts.update(
                contactId,
                contact -> contact.withAttributes(ContactAttributes.updated(contact.attributes(), changes), now));
        if (change == null) {
            throw unknown(instanceId, contactId);
        }
        return change.after();
    }

    private static ChatRefused unknown(String instanceId, String contactId) {
        return new ChatRefused(
                ChatRefused.Reason.CONTACT_UNKNOWN,
                "Contact " + contactId + " was not found in instance " + instanceId);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
