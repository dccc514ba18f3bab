package org.connectchat.chat.participation;

import static org.connectchat.chat.ChatRefused.Reason.ACCESS_DENIED;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.access.ConnectionTokens;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.ChatEndings;

/** Who is there: participants come, and leave again, and everybody hears of it. */
final class ChatPresence {

    private final Clock clock;
    private final ChatContactService chats;
    private final ChatEndings endings;
    private final ContactStore contacts;
    private final Conversations conversations;
    private final LiveConversations live;
    private final ParticipantTokens participantTokens;
    private final ConnectionTokens keys;
    private final ChatTimers timers;
    private final ChatItemFactory items;
    private final List<Consumer<Participant>> departures = new CopyOnWriteArrayList<>();

    ChatPresence(
            Clock clock,
            ChatContactService chats,
            ChatEndings endings,
            ContactStore contacts,
            Conversations conversations,
            LiveConversations live,
            ParticipantTokens participantTokens,
            ConnectionTokens keys,
            ChatTimers timers,
            ChatItemFactory items) {
        this.clock = clock;
        this.chats = chats;
        this.endings = endings;
        this.contacts = contacts;
        this.conversations = conversations;
        this.live = live;
        this.participantTokens = participantTokens;
        this.keys = keys;
        this.timers = timers;
        this.items = items;
    }

    void connect(Seat seat) {
        ParticipantRole role = seat.participant().role();
        if (role == ParticipantRole.CUSTOMER) {
            chats.customerConnected(seat.contact().id());
        } else if (role == ParticipantRole.AGENT) {
            agentConnected(seat);
        }
        Conversation conversation = live.open(seat);
        List<Participant> dismissed = conversation.inOrder(() -> {
            if (!conversation.join(seat.participant().id())) {
                return List.of();
            }
            List<Participant> makingWay = role == ParticipantRole.AGENT ? dismiss(seat, conversation) : List.of();
            conversation.publish(items.event(seat.contact(), seat.participant(), ChatEvent.PARTICIPANT_JOINED));
            welcome(seat, conversation);
            return makingWay;
        });
        dismissed.forEach(participant -> departures.forEach(departure -> departure.accept(participant)));
        live.tidyIfEndedMeanwhile(seat.contact());
    }

    /** Rule P41: a custom participant leaves when an agent connects, one that has not connected without an event. */
    private List<Participant> dismiss(Seat agent, Conversation conversation) {
        Instant now = clock.instant();
        ContactStore.Change change = contacts.updateCurrent(agent.contact().id(), contact -> {
            Participant present = CustomParticipants.of(contact);
            return present != null && contact.isActive() ? contact.leftBy(present.id(), now) : contact;
        });
        Participant leaving = change == null ? null : CustomParticipants.of(change.before());
        if (change == null || leaving == null || change.after().hasParticipant(leaving.id())) {
            return List.of();
        }
        participantTokens.remove(leaving);
        keys.drop(leaving);
        if (conversation.hasJoined(leaving.id())) {
            if (!conversation.isClosed()) {
                conversation.publish(items.event(change.after(), leaving, ChatEvent.PARTICIPANT_LEFT));
            }
            timers.stop(change.after());
        }
        conversation.leave(leaving.id());
        return List.of(leaving);
    }

    private void agentConnected(Seat seat) {
        Instant now = clock.instant();
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
            if (seat.contact().lineage().continuedFromContactId() != null) {
                conversation.publish(items.event(seat.contact(), null, ChatEvent.CHAT_REHYDRATED));
            }
        }
        Contact current = contacts.current(seat.contact().id());
        if (current != null && current.isActive()) {
            if (role == ParticipantRole.CUSTOMER) {
                timers.presenceChanged(current, conversation);
            } else {
                timers.counterpartConnected(current, conversation);
            }
        }
    }

    void disconnect(Seat seat) {
        Instant now = clock.instant();
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
        Seat seatAtTheEnd = new Seat(change.after(), leaving);
        if (conversations.of(change.after()).hasJoined(leaving.id())) {
            depart(seatAtTheEnd, ChatEvent.PARTICIPANT_LEFT);
        } else {
            depart(seatAtTheEnd); // it was never heard as joined
        }
    }

    /**
     * Somebody is gone, and everybody hears how it happened.
     *
     * @param seat of somebody who is no longer among the participants of its contact
     */
    void depart(Seat seat, ChatEvent... events) {
        Participant leaving = seat.participant();
        participantTokens.remove(leaving);
        keys.drop(leaving);
        Conversation conversation = conversations.of(seat.contact());
        conversation.inOrder(() -> {
            if (!conversation.isClosed()) {
                for (ChatEvent event : events) {
                    conversation.publish(items.event(seat.contact(), leaving, event));
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
