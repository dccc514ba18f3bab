package org.connectchat.chat.session;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactListener;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.SavedSession;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.InitialMessages;
import org.connectchat.chat.conversation.ItemStreams;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.jspecify.annotations.Nullable;

/**
 * The state of one chat that changes. It exists only inside {@link Chat#locked}, and must not leave it. Its parts are
 * created when they are first needed: a chat in which no participant has sent or received anything has no conversation.
 */
public final class ChatState {

    private final Registration registration;
    private ContactListener listener;
    private Contact contact;
    private final EarlierContacts earlier = new EarlierContacts();
    private @Nullable Conversation conversation;
    private @Nullable RunningTimers timers;
    private final HeldKeys keys;
    private @Nullable ChatFlow flow;
    private @Nullable String continuedWith;
    private boolean forgotten;

    ChatState(Contact contact, Registration registration, ContactListener listener) {
        this.contact = contact;
        this.registration = registration;
        this.listener = listener;
        this.keys = new HeldKeys(registration);
    }

    /** Takes over what was saved of a chat that cannot be found yet. */
    void load(List<Contact> contacts, @Nullable Conversation loaded, SavedChat saved) {
        earlier.load(contacts.subList(0, contacts.size() - 1));
        conversation = loaded;
        continuedWith = saved.continuedWith();
        timers = saved.timers() == null ? null : RunningTimers.of(saved.timers(), contact);
    }

    /** The whole chat as it stands; null if it was removed from the store. */
    public @Nullable SavedChat save() {
        if (forgotten) {
            return null;
        }
        return new SavedChat(
                SavedSession.of(earlier.all(), contact),
                conversation == null ? null : conversation.save(),
                keys.save(),
                timers == null ? null : timers.save(),
                continuedWith,
                flow == null ? null : flow.save(this));
    }

    /** Puts a loaded chat into the store, with its tokens; no listener is told. */
    public void register() {
        registration.add();
        earlier.all().forEach(each -> registration.addContact(each.id()));
        registration.addContact(contact.id());
        if (flow != null) {
            registration.tie();
        }
        if (contact.isActive()) {
            contact.participants().forEach(this::admit);
        }
    }

    /** Puts the new chat into the store, with the token of its customer. */
    public void open() {
        registration.add();
        registration.addContact(contact.id());
        admit(contact.customer());
        listener.initiated(contact);
    }

    /** The current contact of the chat, or its last one if the chat has ended. */
    public Contact contact() {
        return contact;
    }

    /** The contacts that were handed over, oldest first. */
    List<Contact> earlier() {
        return earlier.all();
    }

    /** The contact of a chat that is active; refused if it has ended. */
    public Contact active() {
        if (!contact.isActive()) {
            throw new ChatRefused(ChatRefused.Reason.ACCESS_DENIED, "Access denied");
        }
        return contact;
    }

    /** Replaces the current contact by the changed one. No listener is told of a chat that was removed. */
    public Contact set(Contact changed) {
        Contact before = contact;
        contact = changed;
        listener.changed(before, changed);
        return changed;
    }

    /** Replaces a contact of the session, the current one or one that was handed over, by the changed one. */
    public Contact replace(Contact changed) {
        if (changed.id().equals(contact.id())) {
            return set(changed);
        }
        return earlier.replace(changed, listener);
    }

    /** A contact of the session, the current one or one that was handed over, or null. */
    public @Nullable Contact contact(String contactId) {
        return contact.id().equals(contactId) ? contact : earlier.find(contactId);
    }

    /** The chat goes on in another contact. */
    public void handOver(Contact handedOver, Contact next) {
        if (!handedOver.equals(contact)) {
            set(handedOver);
        }
        earlier.add(handedOver);
        contact = next;
        registration.addContact(next.id());
        if (conversation != null) {
            conversation.moveTo(next.id());
        }
        listener.initiated(next);
    }

    /** Rule F81: whether another contact may follow in the session. */
    public boolean mayHandOver() {
        return earlier.hasPlace();
    }

    /** The conversation; the first call creates it. */
    public Conversation conversation() {
        Conversation known = conversation;
        if (known == null) {
            known = InitialMessages.conversation(contact, registration.items());
            conversation = known;
        }
        return known;
    }

    /** The conversation of a chat in which a participant has sent or received something, or null. */
    public @Nullable Conversation startedConversation() {
        return conversation;
    }

    /** The transcript as it stands. */
    public List<TranscriptEntry> transcript() {
        return conversation == null ? InitialMessages.transcript(contact) : conversation.entries();
    }

    /** The timers that run, or null. */
    public @Nullable RunningTimers timers() {
        return timers;
    }

    public void setTimers(@Nullable RunningTimers newTimers) {
        timers = newTimers;
    }

    /** The flow of the chat, or null if it has none. */
    public @Nullable ChatFlow flow() {
        return flow;
    }

    public void setFlow(ChatFlow newFlow) {
        flow = newFlow;
        registration.tie();
    }

    /** The streams of the chat; the first call creates them. */
    public ItemStreams streams() {
        registration.tie();
        return conversation().streams();
    }

    /** The client token of the call that made the chat continue a past one while it was running, or null. */
    public @Nullable String continuedWith() {
        return continuedWith;
    }

    public void setContinuedWith(@Nullable String clientToken) {
        continuedWith = clientToken;
    }

    /** Makes the token of a participant of the chat valid. */
    public void admit(Participant participant) {
        keys.admit(participant);
    }

    /** Makes a key valid, weighed if memory was taken for it; false if its participant has left or the chat has ended. */
    public boolean grant(Object key, Grant grant, boolean weighed) {
        return keys.add(key, grant, weighed, contact);
    }

    /** Makes the token and all keys of a participant invalid. */
    public void revoke(Participant participant) {
        keys.revoke(participant, contact.memory());
    }

    /** Whether the chat was removed from the store. */
    public boolean isForgotten() {
        return forgotten;
    }

    /** Removes the ended chat from the store; false if it was removed before. */
    public boolean forget() {
        if (forgotten) {
            return false;
        }
        forgotten = true;
        listener = ContactListener.NONE;
        registration.remove(contact, earlier.all());
        contact.memory().close();
        return true;
    }

    /** Ends the chat without a trace if it was removed with all others since its last step. No listener is told. */
    void endIfRemoved() {
        Instant removedAt = registration.removedAt();
        if (removedAt == null || forgotten) {
            return;
        }
        forgotten = true;
        listener = ContactListener.NONE;
        timers = null;
        if (contact.isActive()) {
            contact = contact.ended(null, removedAt);
            if (flow != null) {
                flow.ended(this);
            }
        }
        if (conversation != null) {
            conversation.discard();
        }
        contact.memory().close();
    }

    /**
     * The flow of a chat, as the chat knows it: the chat tells it what happens, and asks it before it ends. Every method is
     * called under the lock of the chat and returns at once; what the flow does because of it, it does later, on a thread of
     * its own.
     */
    public interface ChatFlow {

        /** The chat can be found. */
        void opened(ChatState state);

        /** The customer has connected for the first time (rule F38). */
        void customerConnected(ChatState state);

        /** Rule F36: whether a message of the customer is meant for the flow alone, and stays out of the transcript. */
        boolean hides(ChatMessage message);

        /** The customer has sent a message or a file. */
        void customerSent(ChatState state, ChatItem item);

        /** The order in which the contact gets an agent has changed (rule U8). */
        void routingChanged(ChatState state);

        /** The custom participant has left. */
        void customParticipantLeft(ChatState state);

        /**
         * An agent connects, which breaks the running flow off (rules F43 and F45); returns whether it joins later, when the
         * whispers are over (rule F44).
         */
        boolean agentConnects(ChatState state, Participant agent);

        /** An agent leaves, whether it has joined or not. */
        void agentLeft(ChatState state, Participant agent);

        /** Whether a disconnect flow takes the chat over instead of an end for this reason (rules F46 and F48). */
        boolean continuesAfter(DisconnectReason reason);

        /** The disconnect flow begins: the customer remains alone, in a new contact. */
        void customerRemains(ChatState state);

        /** The flow as it stands, to be saved with its chat; nothing changes. */
        SavedFlow save(ChatState state);

        /** Goes on after its chat was loaded: with its deadlines, its place in its queue, and its run. */
        void resume(ChatState state);

        /** The chat has ended, or is removed. The flow runs no further action. */
        void ended(ChatState state);
    }
}
