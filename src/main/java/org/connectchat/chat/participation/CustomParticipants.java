package org.connectchat.chat.participation;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;
import static org.connectchat.chat.contact.ParticipantRole.CUSTOM_BOT;

import java.time.Instant;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.Ids;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * Adds custom participants to chats: one to each chat, and none while an agent is connected.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/chat-customize-flow.html">Custom participants</a>
 */
public final class CustomParticipants {

    private final Clocks clocks;
    private final Contacts contacts;
    private final OpenChats chats;
    private final ChatMemory memory;
    private final IdGenerator ids;

    CustomParticipants(Clocks clocks, Contacts contacts, OpenChats chats, ChatMemory memory, IdGenerator ids) {
        this.clocks = clocks;
        this.contacts = contacts;
        this.chats = chats;
        this.memory = memory;
        this.ids = ids;
    }

    /** A new participant, and the latest moment at which its chat ends and its token with it. */
    public record Added(Participant participant, Instant expiry) {}

    /**
     * Adds a custom participant to an active chat; the same client token adds it once.
     *
     * @throws ChatRefused if the contact is unknown or has ended, has its custom participant already, or an agent is
     *     connected (rule P40)
     */
    public Added add(String instanceId, String contactId, String displayName, @Nullable String clientToken) {
        Contact found = OpenChats.requireActive(contacts.get(instanceId, contactId));
        boolean once = clientToken != null && !clientToken.isEmpty();
        Ids drawn = ids.of(instanceId);
        Participant added =
                new Participant(drawn.id(), CUSTOM_BOT, displayName, drawn.token(), once ? clientToken : null);
        Contact contact = weighed(chats.of(found.id()), added);
        Participant present = of(contact);
        if (present == null) {
            throw new IllegalStateException("No custom participant is in " + contact);
        }
        return new Added(present, contact.expiresAt());
    }

    /** Takes the memory before the lock, and gives it back if the participant is not added. */
    private Contact weighed(Chat chat, Participant added) {
        long weight = ContactWeight.of(added);
        memory.take(chat.contact(), weight);
        boolean taken = false;
        try {
            Contact contact = chat.locked(state -> place(state, added));
            taken = contact.hasParticipant(added.id());
            return contact;
        } finally {
            if (!taken) {
                chat.memory().giveBack(weight);
            }
        }
    }

    private Contact place(ChatState state, Participant added) {
        Contact contact = OpenChats.requireActive(state.contact());
        requireNoAgent(contact, state.conversation());
        Contact changed = state.set(joined(contact, added, clocks.now(contact.instanceId())));
        if (changed.hasParticipant(added.id())) {
            state.admit(added);
        }
        return changed;
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
