package org.connectchat.chat.participation;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;
import static org.connectchat.chat.contact.ParticipantRole.CUSTOM_BOT;

import java.time.Clock;
import java.time.Instant;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.jspecify.annotations.Nullable;

/**
 * Adds custom participants to chats: one a chat, and none while an agent is connected.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/chat-customize-flow.html">Custom participants</a>
 */
public final class CustomParticipants {

    private final Clock clock;
    private final ChatContactService chats;
    private final ContactStore contacts;
    private final Conversations conversations;
    private final LiveConversations live;
    private final ParticipantTokens participantTokens;
    private final ChatMemory memory;
    private final IdGenerator ids;

    CustomParticipants(
            Clock clock,
            ChatContactService chats,
            ContactStore contacts,
            Conversations conversations,
            ChatEndings endings,
            ParticipantTokens participantTokens,
            ChatMemory memory,
            IdGenerator ids) {
        this.clock = clock;
        this.chats = chats;
        this.contacts = contacts;
        this.conversations = conversations;
        this.live = new LiveConversations(contacts, conversations, endings);
        this.participantTokens = participantTokens;
        this.memory = memory;
        this.ids = ids;
    }

    /** A new participant and the moment at which the chat, and so its token, is over at the latest. */
    public record Added(Participant participant, Instant expiry) {}

    /**
     * Adds a custom participant to an active chat; the same client token adds it once.
     *
     * @throws ChatRefused if the contact is unknown or has ended, has its custom participant already, or an agent is
     *     connected (rule P40)
     */
    public Added add(String instanceId, String contactId, String displayName, @Nullable String clientToken) {
        Contact found = chats.get(instanceId, contactId);
        requireActive(found);
        boolean once = clientToken != null && !clientToken.isEmpty();
        Participant added = new Participant(ids.id(), CUSTOM_BOT, displayName, ids.token(), once ? clientToken : null);
        Contact contact = weighed(found, added);
        Participant present = of(contact);
        if (present == null) {
            throw new IllegalStateException("No custom participant is in " + contact);
        }
        if (present.id().equals(added.id())) {
            participantTokens.add(contact, added);
            Contact current = contacts.current(contactId);
            if (current == null || !current.isActive() || !current.hasParticipant(added.id())) {
                participantTokens.remove(added); // the chat ended, or an agent connected, meanwhile
            }
        }
        return new Added(present, contact.expiresAt());
    }

    /** Takes the memory first, without a lock, and gives it back if the participant does not take a place. */
    private Contact weighed(Contact found, Participant added) {
        long weight = ContactWeight.of(added);
        memory.take(found, weight);
        boolean taken = false;
        try {
            Contact contact = place(found, added);
            taken = contact.hasParticipant(added.id());
            return contact;
        } finally {
            if (!taken) {
                found.memory().giveBack(weight);
            }
        }
    }

    private Contact place(Contact found, Participant added) {
        Instant now = clock.instant();
        Conversation conversation = conversations.of(found);
        try {
            // An agent connects under the same lock: either this sees the agent, or the agent sees the participant.
            ContactStore.Change change = conversation.inOrder(() -> contacts.update(found.id(), contact -> {
                requireActive(contact);
                requireNoAgent(contact, conversation);
                return joined(contact, added, now);
            }));
            if (change == null) {
                throw new ChatRefused(Reason.CONTACT_UNKNOWN, "Contact " + found.id() + " was not found");
            }
            return change.after();
        } finally {
            live.tidyIfEndedMeanwhile(found);
        }
    }

    private static Contact joined(Contact contact, Participant added, Instant now) {
        Participant present = of(contact);
        if (present == null) {
            return contact.joinedBy(added, now);
        }
        if (added.clientToken() != null && added.clientToken().equals(present.clientToken())) {
            return contact;
        }
        throw new ChatRefused(
                Reason.PARTICIPANT_QUOTA_REACHED,
                "Contact " + contact.id() + " has its one custom participant already");
    }

    private static void requireActive(Contact contact) {
        if (!contact.isActive()) {
            throw new ChatRefused(Reason.CHAT_ENDED, "Contact " + contact.id() + " has ended");
        }
    }

    private static void requireNoAgent(Contact contact, Conversation conversation) {
        boolean agentIsConnected = contact.participants().stream()
                .anyMatch(participant -> participant.role() == AGENT && conversation.hasJoined(participant.id()));
        if (agentIsConnected) {
            throw new ChatRefused(
                    Reason.AGENT_CONNECTED,
                    "A custom participant cannot be added to contact " + contact.id()
                            + " while an agent is connected to it");
        }
    }

    /** The custom participant of a contact, or null if it has none. */
    static @Nullable Participant of(Contact contact) {
        for (Participant participant : contact.participants()) {
            if (participant.role() == CUSTOM_BOT) {
                return participant;
            }
        }
        return null;
    }
}
