package org.connectchat.chat.participation;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.ChatListener;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.ItemStreams;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.lifecycle.ChatDeadlines;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;
import org.jspecify.annotations.Nullable;

/** Subscribes, connects and removes participants, and publishes the events of it. */
public final class ChatPresence {

    private final Clocks clocks;
    private final OpenChats chats;
    private final ChatEndings endings;
    private final ChatDeadlines chatDeadlines;
    private final Deadlines deadlines;
    private final ChatTimers timers;
    private final ChatItemFactory items;

    ChatPresence(
            Clocks clocks,
            OpenChats chats,
            ChatEndings endings,
            ChatDeadlines chatDeadlines,
            Deadlines deadlines,
            ChatTimers timers,
            ChatItemFactory items) {
        this.clocks = clocks;
        this.chats = chats;
        this.endings = endings;
        this.chatDeadlines = chatDeadlines;
        this.deadlines = deadlines;
        this.timers = timers;
        this.items = items;
    }

    /** Sends the items for a participant to the listener, until {@link #unsubscribe}. */
    public void subscribe(Seat seat, ChatListener listener) {
        Chat chat = chats.find(seat);
        if (chat != null) {
            chat.locked(state -> {
                subscribe(state, seat, listener);
                return listener;
            });
        }
    }

    private void subscribe(ChatState state, Seat seat, ChatListener listener) {
        Contact contact = state.contact();
        if (contact.isActive() || state.startedConversation() != null) {
            if (!state.isForgotten()) {
                state.conversation().subscribe(seat.participant(), listener);
            }
        } else {
            listener.onItem(items.event(contact, null, ChatEvent.CHAT_ENDED).at(contact.endedAt(), contact.id()));
        }
    }

    public void unsubscribe(Seat seat, ChatListener listener) {
        Chat chat = chats.find(seat);
        if (chat != null) {
            chat.locked(state -> {
                Conversation conversation = state.startedConversation();
                if (conversation != null) {
                    conversation.unsubscribe(listener);
                }
                return listener;
            });
        }
    }

    /**
     * Connects a participant, whose socket has subscribed or who acknowledges; the first time all participants are
     * told.
     *
     * @throws ChatRefused if the chat has ended, or the participant has left
     */
    public void connect(Seat seat) {
        Chat chat = chats.of(seat);
        endings.departed(chat.locked(state -> connect(chat, state, seat.participant())));
    }

    /**
     * Connects the customer of a chat that is streamed (rule S10); without a streaming it does nothing.
     *
     * @throws ChatRefused if the chat has ended
     */
    public void connectStreamed(Seat customer) {
        Chat chat = chats.of(customer);
        endings.departed(chat.locked(state -> {
            Conversation conversation = state.startedConversation();
            ItemStreams streams = conversation == null ? null : conversation.startedStreams();
            return streams != null && streams.isActive() ? connect(chat, state, customer.participant()) : null;
        }));
    }

    /**
     * Connects a participant under the lock of its chat; returns the participant that leaves because of it, or null.
     */
    @Nullable
    Participant connect(Chat chat, ChatState state, Participant participant) {
        Contact contact = state.active();
        if (!contact.hasParticipant(participant.id())) {
            throw OpenChats.denied(); // a flow must not begin whispers for an agent that has left
        }
        if (FlowNotices.joinsLater(state, participant)) {
            return null;
        }
        if (participant.role() == ParticipantRole.CUSTOMER) {
            customerConnected(chat, state, contact);
        } else if (participant.role() == ParticipantRole.AGENT) {
            agentConnected(state, contact, participant);
        }
        Conversation conversation = state.conversation();
        if (!conversation.join(participant.id())) {
            return null;
        }
        Participant dismissed = participant.role() == ParticipantRole.AGENT ? dismiss(state, conversation) : null;
        publish(state, participant, ChatEvent.PARTICIPANT_JOINED);
        if (participant.role() == ParticipantRole.CUSTOMER) {
            if (state.contact().lineage().continuedFromContactId() != null) {
                publish(state, null, ChatEvent.CHAT_REHYDRATED);
            }
            timers.presenceChanged(chat, state);
            FlowNotices.customerConnected(state);
        } else {
            timers.counterpartConnected(chat, state);
        }
        return dismissed;
    }

    /** The first time, cancels the connection deadline; the duration remains (rules B4 and B5). */
    private void customerConnected(Chat chat, ChatState state, Contact contact) {
        if (contact.timeline().connectedAt() == null) {
            chatDeadlines.customerConnected(
                    chat, state.set(contact.connected(clocks.now(state.contact().instanceId()))));
        }
    }

    private void agentConnected(ChatState state, Contact contact, Participant participant) {
        AgentInfo agent = contact.agent();
        if (agent != null && agent.participantId().equals(participant.id())) {
            state.set(contact.takenBy(agent.connected(clocks.now(state.contact().instanceId()))));
        }
    }

    /** Rule P41: a custom participant leaves when an agent connects, without an event if it had not connected. */
    private @Nullable Participant dismiss(ChatState state, Conversation conversation) {
        Participant leaving = CustomParticipants.of(state.contact());
        if (leaving == null) {
            return null;
        }
        state.set(
                state.contact().leftBy(leaving.id(), clocks.now(state.contact().instanceId())));
        state.revoke(leaving);
        if (conversation.hasJoined(leaving.id())) {
            publish(state, leaving, ChatEvent.PARTICIPANT_LEFT);
            timers.stop(state);
        }
        conversation.leave(leaving.id());
        FlowNotices.left(state, leaving);
        return leaving;
    }

    /**
     * Removes a participant. A customer who leaves ends the chat; any other participant does not.
     *
     * @throws ChatRefused if the participant has left before, or the chat has ended
     */
    public void disconnect(Seat seat) {
        Chat chat = chats.of(seat);
        Participant leaving = seat.participant();
        if (leaving.role() == ParticipantRole.CUSTOMER) {
            endings.end(
                    chat,
                    state -> true,
                    DisconnectReason.CUSTOMER_DISCONNECT,
                    clocks.now(seat.contact().instanceId()),
                    leaving);
            return;
        }
        Instant now = clocks.now(seat.contact().instanceId());
        if (endings.goOnInFlow(
                chat, state -> FlowNotices.isLastAgent(state, leaving), DisconnectReason.AGENT_DISCONNECT, now)) {
            return;
        }
        chat.locked(state -> {
            Contact contact = state.active();
            if (!contact.hasParticipant(leaving.id())) {
                throw OpenChats.denied();
            }
            state.set(contact.leftBy(leaving.id(), now));
            if (isPresent(state, leaving)) {
                depart(state, leaving, ChatEvent.PARTICIPANT_LEFT);
            } else {
                depart(state, leaving); // the other participants were not told that it joined
            }
            timers.presenceChanged(chat, state);
            FlowNotices.left(state, leaving);
            return contact;
        });
        endings.departed(leaving);
    }

    private static boolean isPresent(ChatState state, Participant participant) {
        Conversation conversation = state.startedConversation();
        return conversation != null && conversation.hasJoined(participant.id());
    }

    /**
     * Removes the keys and listeners of a participant that left the contact, under the lock of the chat, and tells all.
     */
    void depart(ChatState state, Participant leaving, ChatEvent... events) {
        state.revoke(leaving);
        for (ChatEvent event : events) {
            publish(state, leaving, event);
        }
        state.conversation().leave(leaving.id());
    }

    private void publish(ChatState state, @Nullable Participant participant, ChatEvent event) {
        state.conversation()
                .publish(
                        items.event(state.contact(), participant, event),
                        clocks.now(state.contact().instanceId()));
    }

    /** Registers a callback that runs when a participant leaves a chat that goes on; it must return at once. */
    public void whenLeft(Consumer<Participant> departure) {
        endings.whenLeft(departure);
    }

    /** Registers a callback that runs when all chats were removed at once, instead of what follows the end of each. */
    public void whenAllRemoved(Runnable callback) {
        endings.whenAllRemoved(callback);
    }

    /** Registers an action that runs some time after the end of a chat that has a conversation. */
    public void afterEnd(Duration delay, Consumer<Contact> action) {
        endings.whenEnded(state -> {
            Contact ended = state.contact();
            if (state.startedConversation() != null) {
                deadlines.schedule(deadlineAfterEnd(ended, delay), () -> action.accept(ended));
            }
        });
        endings.whenForgotten(ended -> {
            deadlines.cancel(deadlineAfterEnd(ended, delay));
            action.accept(ended);
        });
    }

    private static Deadline deadlineAfterEnd(Contact ended, Duration delay) {
        return new Deadline(ended.endedAt().plus(delay), Kind.SOCKETS, ended.instanceId(), ended.sessionId());
    }

    /** Whether the participant has left the chat, or the chat is forgotten. */
    public boolean isGone(Seat seat) {
        Chat chat = chats.find(seat);
        return chat == null || !chat.contact().hasParticipant(seat.participant().id());
    }
}
