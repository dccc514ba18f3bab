package org.connectchat.chat;

import static org.connectchat.chat.ChatRefused.Reason.ACCESS_DENIED;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who is there: participants come, and leave again, and everybody hears of it. */
final class ChatPresence {

    private final Clock clock;
    private final ChatContactService chats;
    private final ChatEndings endings;
    private final ContactStore contacts;
    private final Conversations conversations;
    private final LiveConversations live;
    private final ParticipantTokens participantTokens;
    private final SeatKeys keys;
    private final ChatTimers timers;
    private final Narrator narrator;
    private final List<Consumer<Participant>> departures = new CopyOnWriteArrayList<>();

    ChatPresence(
            Clock clock,
            ChatContactService chats,
            ChatEndings endings,
            ContactStore contacts,
            Conversations conversations,
            LiveConversations live,
            ParticipantTokens participantTokens,
            SeatKeys keys,
            ChatTimers timers,
            Narrator narrator) {
        this.clock = clock;
        this.chats = chats;
        this.endings = endings;
        this.contacts = contacts;
        this.conversations = conversations;
        this.live = live;
        this.participantTokens = participantTokens;
        this.keys = keys;
        this.timers = timers;
        this.narrator = narrator;
    }

    void connect(Seat seat) {
        ParticipantRole role = seat.participant().role();
        if (role == ParticipantRole.CUSTOMER) {
            chats.customerConnected(seat.contact().id());
        } else if (role == ParticipantRole.AGENT) {
            agentConnected(seat);
        }
        Conversation conversation = live.open(seat);
        conversation.inOrder(() -> {
            if (conversation.join(seat.participant().id())) {
                conversation.add(narrator.event(seat.contact(), seat.participant(), ChatEvents.PARTICIPANT_JOINED));
                welcome(seat, conversation);
            }
            return conversation;
        });
        live.tidyIfEndedMeanwhile(seat.contact());
    }

    private void agentConnected(Seat seat) {
        Instant now = Timeline.now(clock);
        contacts.updateCurrent(seat.contact().id(), contact -> {
            AgentInfo agent = contact.agent();
            return contact.isActive()
                            && agent != null
                            && agent.participantId().equals(seat.participant().id())
                    ? contact.takenBy(agent.connected(now))
                    : contact;
        });
    }

    private void welcome(Seat seat, Conversation conversation) {
        ParticipantRole role = seat.participant().role();
        if (role == ParticipantRole.CUSTOMER) {
            live.begin(seat.contact(), conversation);
            if (seat.contact().lineage().continuedFromContactId() != null) {
                conversation.mention(narrator.event(seat.contact(), null, ChatEvents.CHAT_REHYDRATED));
            }
        }
        Contact current = contacts.current(seat.contact().id());
        if (current != null && current.isActive()) {
            if (role == ParticipantRole.AGENT) {
                timers.agentCame(current, conversation);
            } else {
                timers.presenceChanged(current, conversation);
            }
        }
    }

    void disconnect(Seat seat) {
        Instant now = Timeline.now(clock);
        Participant leaving = seat.participant();
        if (leaving.role() == ParticipantRole.CUSTOMER) {
            endings.end(seat.contact().id(), DisconnectReason.CUSTOMER_DISCONNECT, now, leaving);
            return;
        }
        ContactStore.Change change = contacts.updateCurrent(
                seat.contact().id(), contact -> contact.isActive() ? contact.leftBy(leaving.id(), now) : contact);
        if (change == null || !change.before().isActive() || !change.before().hasParticipant(leaving.id())) {
            throw new ChatRefused(ACCESS_DENIED, "Access denied");
        }
        depart(new Seat(change.after(), leaving), ChatEvents.PARTICIPANT_LEFT);
    }

    /**
     * Somebody is gone, and everybody hears how it happened.
     *
     * @param seat of somebody who is no longer among the participants of its contact
     */
    void depart(Seat seat, String... events) {
        Participant leaving = seat.participant();
        participantTokens.remove(leaving);
        keys.drop(leaving);
        Conversation conversation = conversations.of(seat.contact());
        conversation.inOrder(() -> {
            if (!conversation.isClosed()) {
                for (String event : events) {
                    conversation.add(narrator.event(seat.contact(), leaving, event));
                }
            }
            conversation.leave(leaving.id());
            Contact current = contacts.current(seat.contact().id());
            if (current != null) {
                conversation.moveTo(current.id());
                timers.presenceChanged(current, conversation);
            }
            return conversation;
        });
        departures.forEach(departure -> departure.accept(leaving));
        live.tidyIfEndedMeanwhile(seat.contact());
    }

    void whenLeft(Consumer<Participant> departure) {
        departures.add(departure);
    }
}
