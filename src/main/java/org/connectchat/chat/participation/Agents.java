package org.connectchat.chat.participation;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;

import java.time.Clock;
import java.time.Instant;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ChatEndings;

/** Agents take chats, hand them over and end them. What they say, they say like any other participant. */
public final class Agents {

    /** AWS: so many people in one chat, the customer among them; a bot is none. */
    private static final int MAX_PEOPLE = 6;

    private final Clock clock;
    private final ContactStore contacts;
    private final ParticipantTokens participantTokens;
    private final ChatEndings endings;
    private final ChatParticipants participants;
    private final ChatMemory memory;
    private final IdGenerator ids;

    Agents(
            Clock clock,
            ContactStore contacts,
            ParticipantTokens participantTokens,
            ChatEndings endings,
            ChatParticipants participants,
            ChatMemory memory,
            IdGenerator ids) {
        this.memory = memory;
        this.clock = clock;
        this.contacts = contacts;
        this.participantTokens = participantTokens;
        this.endings = endings;
        this.participants = participants;
        this.ids = ids;
    }

    /**
     * Brings an agent into a chat.
     *
     * @throws ChatRefused if there is no such chat, or it has ended, or is full, or the memory is
     */
    public Seat join(String contactId, NewAgent newAgent) {
        Participant agent = participant(newAgent);
        Instant now = now();
        AgentInfo info = info(newAgent, agent, now);
        Contact known = contacts.current(contactId);
        if (known == null) {
            throw unknown(contactId);
        }
        requireActive(known);
        long weight = ContactWeight.of(agent) + ContactWeight.of(info);
        memory.take(known, weight);
        ContactStore.Change change = null;
        try {
            change = contacts.updateCurrent(contactId, contact -> joined(contact, agent, info, now));
        } finally {
            if (change == null) {
                known.memory().giveBack(weight);
            }
        }
        if (change == null) {
            throw unknown(contactId);
        }
        return seated(change.after(), agent, newAgent.connect());
    }

    private static Contact joined(Contact contact, Participant agent, AgentInfo info, Instant now) {
        requireActive(contact);
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

    /**
     * Hands a chat over to another agent: a new contact of the same session, in which everybody else stays.
     *
     * @throws ChatRefused if the agent is not in the chat, or it has ended
     */
    public Seat transfer(Seat from, NewAgent newAgent) {
        Participant taking = participant(newAgent);
        String nextId = ids.id();
        while (true) {
            Contact before = requireIn(from);
            Instant now = now();
            Contact next = before.next(nextId, from.participant().id(), taking, info(newAgent, taking, now), now);
            long weight = ContactWeight.ofNext(next, taking) + ContactWeight.ITEM;
            memory.take(before, weight);
            // First the next contact is there, then the chat goes on in it: nobody ever finds the chat without a
            // contact.
            contacts.create(next);
            ContactStore.Change change = contacts.update(
                    before.id(), contact -> contact.equals(before) ? contact.handedOver(nextId, now) : contact);
            if (change != null && change.before().equals(before)) {
                participants
                        .presence()
                        .depart(
                                new Seat(change.after(), from.participant()),
                                ChatEvent.TRANSFER_SUCCEEDED,
                                ChatEvent.PARTICIPANT_LEFT);
                return seated(next, taking, newAgent.connect());
            }
            contacts.remove(nextId);
            before.memory().giveBack(weight);
        }
    }

    /** Tells the agent that its transfer failed; nothing changes (rule A12). */
    public void failTransfer(Seat from) {
        requireIn(from);
        participants.announce(from, ChatEvent.TRANSFER_FAILED);
    }

    /**
     * Ends a chat on behalf of an agent in it.
     *
     * @throws ChatRefused if the agent is not in the chat, or it has ended
     */
    public void end(Seat seat) {
        requireIn(seat);
        endings.end(seat.contact().id(), DisconnectReason.AGENT_DISCONNECT, now(), seat.participant());
    }

    /**
     * The seat of an agent in the contact in which the chat goes on.
     *
     * @throws ChatRefused if there is no such chat, or it has ended, or no such agent is in it
     */
    public Seat seat(String contactId, String participantId) {
        Contact contact = contacts.current(contactId);
        if (contact == null) {
            throw unknown(contactId);
        }
        requireActive(contact);
        Participant participant = contact.participant(participantId);
        if (participant == null || participant.role() != AGENT) {
            throw new ChatRefused(
                    Reason.PARTICIPANT_UNKNOWN, "No agent " + participantId + " is in contact " + contact.id());
        }
        return new Seat(contact, participant);
    }

    private Contact requireIn(Seat seat) {
        return seat(seat.contact().id(), seat.participant().id()).contact();
    }

    private static void requireActive(Contact contact) {
        if (!contact.isActive()) {
            throw new ChatRefused(Reason.CHAT_ENDED, "Contact " + contact.id() + " has ended");
        }
    }

    private Participant participant(NewAgent newAgent) {
        return new Participant(ids.id(), AGENT, newAgent.displayName(), ids.token(), null);
    }

    private AgentInfo info(NewAgent newAgent, Participant agent, Instant now) {
        return new AgentInfo(newAgent.agentId(), agent.id(), now, null);
    }

    private Seat seated(Contact contact, Participant agent, boolean connect) {
        participantTokens.add(contact, agent);
        Contact current = contacts.current(contact.id());
        if (current == null || !current.isActive() || !current.hasParticipant(agent.id())) {
            participantTokens.remove(agent); // the chat ended meanwhile
        }
        Seat seat = new Seat(contact, agent);
        if (connect) {
            participants.connect(seat);
        } else {
            participants.announce(seat, ChatEvent.PARTICIPANT_INVITED);
        }
        return seat;
    }

    private static ChatRefused unknown(String contactId) {
        return new ChatRefused(Reason.CONTACT_UNKNOWN, "Contact " + contactId + " was not found");
    }

    private Instant now() {
        return clock.instant();
    }
}
