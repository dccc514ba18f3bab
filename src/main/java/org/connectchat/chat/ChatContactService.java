package org.connectchat.chat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.connectchat.chat.Deadlines.Deadline;
import org.connectchat.chat.Deadlines.Kind;
import org.connectchat.chat.StartChat.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts chats, finds them, changes their attributes and ends them. */
public final class ChatContactService {

    private static final Logger LOG = LoggerFactory.getLogger(ChatContactService.class);

    private final Clock clock;
    private final ChatSettings settings;
    private final Catalogue catalogue;
    private final ContactStore contacts;
    private final Deadlines deadlines;
    private final Mint mint;
    private final Origins origins;
    private final ActiveChats activeChats;
    private final ClientTokens clientTokens;
    private final EndedChats endedChats;
    private final ParticipantTokens participantTokens = new ParticipantTokens();

    ChatContactService(
            Clock clock,
            ChatSettings settings,
            QuotaSettings quotas,
            Catalogue catalogue,
            ContactStore contacts,
            Deadlines deadlines,
            Mint mint) {
        this.clock = clock;
        this.settings = settings;
        this.catalogue = catalogue;
        this.contacts = contacts;
        this.deadlines = deadlines;
        this.mint = mint;
        this.origins = new Origins(contacts);
        this.activeChats = new ActiveChats(quotas.concurrentActiveChats());
        // As many tokens as there may be chats that one can still ask for, and the same again for forgotten ones.
        int tokens = 2 * settings.retainedContacts() + quotas.concurrentActiveChats();
        this.clientTokens = new ClientTokens(clock, settings.idempotencyWindow(), tokens);
        this.endedChats = new EndedChats(contacts, deadlines, settings.retention(), settings.retainedContacts());
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
        Contact contact = contact(wish, source);
        // From here on nothing can fail, so a place that was taken belongs to a chat that exists.
        activeChats.enter(contact.instanceId());
        contacts.create(contact);
        participantTokens.add(contact);
        watch(contact);
        String continuedFrom = source == null || origin instanceof Origin.Related ? null : source.id();
        Participant customer = contact.customer();
        return new StartedChat(contact.id(), customer.id(), customer.token(), continuedFrom);
    }

    private Contact contact(StartChat wish, @Nullable Contact source) {
        Mint.NewChat ids = mint.chat();
        ChatTerms terms = new ChatTerms(
                wish.contactFlowId(),
                wish.duration() == null ? settings.defaultDuration() : wish.duration(),
                wish.supportedContentTypes(),
                wish.segmentAttributes(),
                wish.initialMessage(),
                wish.customerId(),
                wish.responseMode(),
                wish.disconnectOnCustomerExit());
        Map<String, String> inherited =
                source != null && wish.origin() instanceof Origin.Related ? source.attributes() : Map.of();
        return new Contact(
                ids.contactId(),
                wish.instanceId(),
                InitiationMethod.API,
                source == null ? Lineage.alone(ids.contactId()) : Lineage.relatedTo(source, ids.contactId()),
                terms,
                new Participant(ids.participantId(), ParticipantRole.CUSTOMER, wish.displayName(), ids.token()),
                ContactAttributes.overlaid(inherited, wish.attributes()),
                Timeline.startingAt(now()));
    }

    /** One deadline at a time is enough: the one that comes first ends the chat, unless the customer connects. */
    private void watch(Contact contact) {
        Deadline connection = connectionDeadline(contact);
        Deadline duration = durationDeadline(contact);
        Deadline first = connection.at().isBefore(duration.at()) ? connection : duration;
        deadlines.schedule(first, () -> expire(first));
    }

    private Deadline connectionDeadline(Contact contact) {
        Instant at = contact.timeline().initiatedAt().plus(settings.connectionDeadline());
        return new Deadline(at, Kind.CONNECTION, contact.id());
    }

    private static Deadline durationDeadline(Contact contact) {
        return new Deadline(contact.expiresAt(), Kind.DURATION, contact.id());
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
        deadlines.cancel(connectionDeadline(ended));
        deadlines.cancel(durationDeadline(ended));
        participantTokens.remove(ended);
        activeChats.leave(ended.instanceId());
        endedChats.add(ended.id(), at);
        return true;
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

    /** Rule O3: the chat whose participant has this token, or null if it is unknown or its chat has ended. */
    public @Nullable Contact findByParticipantToken(String token) {
        String contactId = participantTokens.contactId(token);
        return contactId == null ? null : contacts.find(contactId);
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
