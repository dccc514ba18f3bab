package org.connectchat.chat.participation;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;

import java.time.Instant;
import java.util.function.Predicate;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.Ids;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/** Agents join chats, hand them over and end them. They send messages like any other participant. */
public final class Agents {

    /** AWS: the maximum of people in one chat, including the customer; a custom participant does not count. */
    private static final int MAX_PEOPLE = 6;

    /** An agent that is in the chat now, and the participant that left because of it, or null. */
    private record Seated(Seat seat, @Nullable Participant gone) {}

    private final Clocks clocks;
    private final OpenChats chats;
    private final ChatEndings endings;
    private final ChatPresence presence;
    private final ChatParticipants participants;
    private final ChatTimers timers;
    private final ChatItemFactory items;
    private final ChatMemory memory;
    private final IdGenerator ids;

    Agents(
            Clocks clocks,
            OpenChats chats,
            ChatEndings endings,
            ChatPresence presence,
            ChatParticipants participants,
            ChatTimers timers,
            ChatItemFactory items,
            ChatMemory memory,
            IdGenerator ids) {
        this.clocks = clocks;
        this.chats = chats;
        this.endings = endings;
        this.presence = presence;
        this.participants = participants;
        this.timers = timers;
        this.items = items;
        this.memory = memory;
        this.ids = ids;
    }

    /**
     * Adds an agent to a chat.
     *
     * @throws ChatRefused if there is no such chat, it has ended, it has as many people as it may have, or the memory
     *     is full
     */
    public Seat join(String contactId, NewAgent newAgent) {
        return join(contactId, newAgent, state -> true);
    }

    /**
     * Adds an agent to a chat that still waits for one.
     *
     * @param waits decides under the lock of the chat whether it does
     * @throws ChatRefused as {@link #join(String, NewAgent)} does, and if the chat waits no longer
     */
    public Seat join(String contactId, NewAgent newAgent, Predicate<ChatState> waits) {
        Chat chat = chats.of(contactId);
        Participant agent = participant(newAgent, chat.contact());
        AgentInfo info = info(newAgent, agent, chat.contact());
        long weight = ContactWeight.of(agent) + ContactWeight.of(info) + invitation(newAgent);
        memory.take(OpenChats.requireActive(chat.contact()), weight);
        Seated seated = null;
        try {
            seated = chat.locked(state -> {
                if (!waits.test(state)) {
                    throw new ChatRefused(Reason.AGENT_CONNECTED, "Contact " + contactId + " waits for no agent");
                }
                state.set(joined(OpenChats.requireActive(state.contact()), agent, info, info.acceptedAt()));
                return seated(chat, state, agent, newAgent.connect());
            });
        } finally {
            if (seated == null) {
                chat.memory().giveBack(weight);
            }
        }
        endings.departed(seated.gone());
        return seated.seat();
    }

    private static Contact joined(Contact contact, Participant agent, AgentInfo info, Instant now) {
        long people = contact.participants().stream()
                .filter(participant -> participant.role() != ParticipantRole.CUSTOM_BOT)
                .count();
        if (people >= MAX_PEOPLE) {
            throw new ChatRefused(
                    Reason.PARTICIPANT_QUOTA_REACHED,
                    "Contact " + contact.id() + " has all of the " + MAX_PEOPLE + " people it may have");
        }
        Contact more = contact.joinedBy(agent, now);
        return more.agent() == null ? more.takenBy(info) : more;
    }

    /** The memory for the invitation of an agent that does not connect at once. */
    private static long invitation(NewAgent newAgent) {
        return newAgent.connect() ? 0 : ContactWeight.ITEM;
    }

    private Seated seated(Chat chat, ChatState state, Participant agent, boolean connect) {
        state.admit(agent);
        Participant dismissed = null;
        if (connect) {
            dismissed = presence.connect(chat, state, agent);
        } else {
            state.conversation()
                    .publish(
                            items.event(state.contact(), agent, ChatEvent.PARTICIPANT_INVITED),
                            clocks.now(state.contact().instanceId()));
        }
        return new Seated(new Seat(state.contact(), agent), dismissed);
    }

    /**
     * Hands a chat over to another agent: makes a new contact of the same session, in which all other participants
     * stay.
     *
     * @throws ChatRefused if the agent is not in the chat, or it has ended
     */
    public Seat transfer(Seat from, NewAgent newAgent) {
        Participant leaving = from.participant();
        Participant taking = participant(newAgent, from.contact());
        AgentInfo info = info(newAgent, taking, from.contact());
        String nextId = ids.of(from.contact().instanceId()).id();
        Chat chat = chats.of(from.contact().id());
        Contact known = requireIn(chat.contact(), leaving.id());
        long weight = weight(next(known, nextId, leaving, taking, info), taking, newAgent);
        memory.take(known, weight);
        Seated seated = null;
        try {
            seated = chat.locked(state -> {
                Contact before = requireIn(state.contact(), leaving.id());
                Contact next = next(before, nextId, leaving, taking, info);
                // The attributes may have changed since the memory was taken.
                chat.memory().hold(weight(next, taking, newAgent) - weight);
                Contact handedOver = state.set(before.handedOver(nextId, info.acceptedAt()));
                presence.depart(state, leaving, ChatEvent.TRANSFER_SUCCEEDED, ChatEvent.PARTICIPANT_LEFT);
                state.handOver(handedOver, next);
                FlowNotices.left(state, leaving);
                timers.presenceChanged(chat, state);
                return seated(chat, state, taking, newAgent.connect());
            });
        } finally {
            if (seated == null) {
                chat.memory().giveBack(weight);
            }
        }
        endings.departed(leaving);
        endings.departed(seated.gone());
        return seated.seat();
    }

    private static Contact next(
            Contact before, String nextId, Participant leaving, Participant taking, AgentInfo info) {
        return before.next(nextId, leaving.id(), taking, info, info.acceptedAt());
    }

    private static long weight(Contact next, Participant taking, NewAgent newAgent) {
        return ContactWeight.ofNext(next, taking) + ContactWeight.ITEM + invitation(newAgent);
    }

    /** Tells the agent that its transfer failed; nothing changes (rule A12). */
    public void failTransfer(Seat from) {
        requireIn(chats.of(from.contact().id()).contact(), from.participant().id());
        participants.announce(from, ChatEvent.TRANSFER_FAILED);
    }

    /**
     * Ends a chat on behalf of an agent in it.
     *
     * @throws ChatRefused if the agent is not in the chat, or it has ended
     */
    public void end(Seat seat) {
        Chat chat = chats.of(seat.contact().id());
        String agentId = seat.participant().id();
        boolean ended = endings.end(
                chat,
                state -> requireIn(state.contact(), agentId).isActive(),
                DisconnectReason.AGENT_DISCONNECT,
                clocks.now(chat.contact().instanceId()),
                seat.participant());
        if (!ended) {
            OpenChats.requireActive(chat.contact());
        }
    }

    /**
     * The seat of an agent in the current contact of an active chat.
     *
     * @throws ChatRefused if there is no such chat, or it has ended, or no such agent is in it
     */
    public Seat seat(String contactId, String participantId) {
        Contact contact = requireIn(chats.of(contactId).contact(), participantId);
        Participant agent = contact.participant(participantId);
        if (agent == null) {
            throw notIn(contact, participantId);
        }
        return new Seat(contact, agent);
    }

    private static Contact requireIn(Contact contact, String participantId) {
        OpenChats.requireActive(contact);
        Participant participant = contact.participant(participantId);
        if (participant == null || participant.role() != AGENT) {
            throw notIn(contact, participantId);
        }
        return contact;
    }

    private static ChatRefused notIn(Contact contact, String participantId) {
        return new ChatRefused(
                Reason.PARTICIPANT_UNKNOWN, "No agent " + participantId + " is in contact " + contact.id());
    }

    private Participant participant(NewAgent newAgent, Contact contact) {
        Ids drawn = ids.of(contact.instanceId());
        return new Participant(drawn.id(), AGENT, newAgent.displayName(), drawn.token(), null);
    }

    private AgentInfo info(NewAgent newAgent, Participant agent, Contact contact) {
        return new AgentInfo(newAgent.agentId(), agent.id(), clocks.now(contact.instanceId()), null);
    }
}
