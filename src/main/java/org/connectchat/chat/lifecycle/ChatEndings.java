package org.connectchat.chat.lifecycle;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;
import static org.connectchat.chat.contact.ParticipantRole.CUSTOMER;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a chat comes to its end, and how it is forgotten afterwards; the one place where either happens. */
public final class ChatEndings {

    private static final Logger LOG = LoggerFactory.getLogger(ChatEndings.class);

    private final ContactStore contacts;
    private final Conversations conversations;
    private final ParticipantTokens participantTokens;
    private final ActiveChats activeChats;
    private final ChatItemFactory items;
    private final ChatDeadlines clocks;
    private final EndedChats endedChats;
    private final List<Consumer<Contact>> endings = new CopyOnWriteArrayList<>();
    private final List<Consumer<Contact>> farewells = new CopyOnWriteArrayList<>();

    public ChatEndings(
            ChatSettings settings,
            ContactStore contacts,
            Conversations conversations,
            ParticipantTokens participantTokens,
            ActiveChats activeChats,
            Deadlines deadlines,
            ChatMemory memory,
            ChatItemFactory items) {
        this.contacts = contacts;
        this.conversations = conversations;
        this.participantTokens = participantTokens;
        this.activeChats = activeChats;
        this.items = items;
        this.clocks = new ChatDeadlines(deadlines, settings.connectionDeadline(), this::expire);
        this.endedChats = new EndedChats(this::forget, deadlines, settings.retention(), settings.retainedContacts());
        memory.makePlaceWith(endedChats::forgetOldest);
    }

    ChatDeadlines clocks() {
        return clocks;
    }

    public void whenEnded(Consumer<Contact> ending) {
        endings.add(ending);
    }

    public void whenForgotten(Consumer<Contact> farewell) {
        farewells.add(farewell);
    }

    private void expire(Deadline deadline) {
        DisconnectReason reason = deadline.kind() == Kind.CONNECTION
                ? DisconnectReason.CUSTOMER_CONNECTION_NOT_ESTABLISHED
                : DisconnectReason.EXPIRED;
        if (end(deadline.sessionId(), reason, deadline.at(), null)) {
            LOG.info("contact={} ended by its clock: {}", deadline.sessionId(), reason);
        }
    }

    /**
     * Ends a chat that is still active, in whichever contact it is.
     *
     * @param by who leaves and so ends it; null if nobody does
     * @return false if it had ended already
     */
    public boolean end(String contactId, DisconnectReason reason, Instant at, @Nullable Participant by) {
        ContactStore.Change change = contacts.updateCurrent(contactId, contact -> contact.ended(reason, at));
        return finish(change, by);
    }

    /** Ends this very contact; if the chat is in another contact meanwhile, nothing happens. */
    void endExactly(String contactId, DisconnectReason reason, Instant at) {
        finish(contacts.update(contactId, contact -> contact.ended(reason, at)), null);
    }

    private boolean finish(ContactStore.@Nullable Change change, @Nullable Participant by) {
        if (change == null || !change.endedIt()) {
            return false;
        }
        Contact ended = change.after();
        release(ended);
        sayGoodbye(ended, by);
        ended.memory().giveBack(ContactWeight.spare(ended, conversations.existing(ended) != null));
        endings.forEach(ending -> ending.accept(ended));
        endedChats.add(ended.sessionId(), ended.endedAt());
        return true;
    }

    private void release(Contact ended) {
        clocks.stop(ended);
        ended.participants().forEach(participantTokens::remove);
        activeChats.leave(ended.instanceId());
    }

    /** Says that the chat is over to whoever is there to hear it; harmless if it was said before. */
    public void sayGoodbye(Contact ended, @Nullable Participant by) {
        Conversation conversation = conversations.existing(ended);
        if (conversation != null) {
            conversation.close(() -> items.ending(ended, leaving(ended, conversation, by)));
        }
    }

    /** Who leaves with the end: whose doing it is, and whom that takes along. */
    private static List<Participant> leaving(Contact ended, Conversation conversation, @Nullable Participant by) {
        return ended.participants().stream()
                .filter(participant -> participant.role() == CUSTOMER || conversation.hasJoined(participant.id()))
                .filter(participant -> leaves(participant, ended, by))
                .toList();
    }

    private static boolean leaves(Participant participant, Contact ended, @Nullable Participant by) {
        DisconnectReason reason = ended.timeline().disconnectReason();
        if (reason == null) {
            return false;
        }
        return switch (reason) {
            case CUSTOMER_DISCONNECT ->
                participant.role() == CUSTOMER
                        || (participant.role() == AGENT
                                && ended.terms().disconnectOnCustomerExit().contains(AGENT.name()));
            case AGENT_DISCONNECT -> by == null ? participant.role() == AGENT : participant.equals(by);
            case IDLE_DISCONNECT -> participant.role() != CUSTOMER;
            default -> false;
        };
    }

    /** Makes a chat, active or ended, as if it had never been; nobody hears of it. */
    void discard(String sessionId, Instant now) {
        ContactStore.Change change = contacts.updateCurrent(sessionId, contact -> contact.ended(null, now));
        if (change != null && change.endedIt()) {
            Contact ended = change.after();
            release(ended);
            Conversation conversation = conversations.existing(ended);
            if (conversation != null) {
                conversation.close(List::of);
            }
            endings.forEach(ending -> ending.accept(ended));
            endedChats.add(sessionId, now);
        }
        endedChats.doom(sessionId, () -> contacts.find(sessionId) == null);
    }

    private void forget(String sessionId) {
        Contact last = contacts.current(sessionId);
        contacts.session(sessionId).forEach(contact -> contacts.remove(contact.id()));
        conversations.remove(sessionId);
        if (last != null) {
            last.memory().close();
            farewells.forEach(farewell -> farewell.accept(last));
        }
    }
}
