package org.connectchat.chat.lifecycle;

import static org.connectchat.chat.contact.ParticipantRole.AGENT;
import static org.connectchat.chat.contact.ParticipantRole.CUSTOMER;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.connectchat.chat.ChatSettings;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatState.ChatFlow;
import org.connectchat.chat.session.RunningTimers;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends chats and forgets ended ones. No other class does either. */
public final class ChatEndings {

    private static final Logger LOG = LoggerFactory.getLogger(ChatEndings.class);

    /**
     * A chat has ended, or its disconnect flow has taken it over.
     *
     * @param surplus an ended chat that is now beyond the maximum, or null
     * @param departed the participants that have left a chat that goes on
     */
    private record Ending(@Nullable Chat surplus, List<Participant> departed) {}

    private final Clocks clocks;
    private final ActiveChats activeChats;
    private final ChatItemFactory items;
    private final Deadlines deadlines;
    private final ChatDeadlines chatDeadlines;
    private final EndedChats endedChats;
    private final DisconnectFlows disconnectFlows;
    private final List<Consumer<ChatState>> endings = new CopyOnWriteArrayList<>();
    private final List<Consumer<Contact>> forgottenCallbacks = new CopyOnWriteArrayList<>();
    private final List<Runnable> resetCallbacks = new CopyOnWriteArrayList<>();
    private final List<Consumer<Participant>> departures = new CopyOnWriteArrayList<>();

    ChatEndings(
            Clocks clocks,
            ChatSettings settings,
            ActiveChats activeChats,
            Deadlines deadlines,
            ChatDeadlines chatDeadlines,
            ChatMemory memory,
            ChatItemFactory items,
            IdGenerator ids) {
        this.clocks = clocks;
        this.activeChats = activeChats;
        this.items = items;
        this.deadlines = deadlines;
        this.chatDeadlines = chatDeadlines;
        this.endedChats = new EndedChats(this::forget, deadlines, settings.retention(), settings.retainedContacts());
        this.disconnectFlows = new DisconnectFlows(clocks, deadlines, items, ids);
        chatDeadlines.whenExpired(this::expire);
        memory.makePlaceWith(endedChats::forgetOldest);
    }

    /** Registers a callback that runs once when a chat ends, under the lock of the chat; it must return at once. */
    public void whenEnded(Consumer<ChatState> ending) {
        endings.add(ending);
    }

    /** Registers a callback that runs once, without a lock, when an ended chat is no longer kept. */
    public void whenForgotten(Consumer<Contact> callback) {
        forgottenCallbacks.add(callback);
    }

    /**
     * Registers a callback that runs when all chats, active and ended, were removed at once. No chat starts meanwhile. It
     * takes the place of those for each chat that ends and is forgotten.
     */
    public void whenAllRemoved(Runnable callback) {
        resetCallbacks.add(callback);
    }

    /** Keeps no ended chat any more. */
    void clear() {
        endedChats.clear();
    }

    void notifyAllRemoved() {
        resetCallbacks.forEach(Runnable::run);
    }

    /** Registers a callback that runs when a participant leaves a chat that goes on; it must return at once. */
    public void whenLeft(Consumer<Participant> departure) {
        departures.add(departure);
    }

    /** Runs the callbacks for a participant who has left a chat that goes on; the caller holds no lock of a chat. */
    public void departed(@Nullable Participant participant) {
        if (participant != null) {
            departures.forEach(departure -> departure.accept(participant));
        }
    }

    private void expire(Chat chat, Deadline deadline) {
        DisconnectReason reason = deadline.kind() == Kind.CONNECTION
                ? DisconnectReason.CUSTOMER_CONNECTION_NOT_ESTABLISHED
                : DisconnectReason.EXPIRED;
        if (end(chat, state -> true, reason, deadline.at(), null)) {
            LOG.info("contact={} ended by its deadline: {}", chat.contact().id(), reason);
        }
    }

    /**
     * Ends a chat if it is active, in any of its contacts. If it has a disconnect flow that takes it over, it goes on in
     * another contact instead (rule F46). The caller holds no lock of a chat.
     *
     * @param condition decides under the lock of the chat whether it ends
     * @param by the participant whose leaving ends it, or null
     * @return false if it had ended already, or the condition did not hold
     */
    public boolean end(
            Chat chat, Predicate<ChatState> condition, DisconnectReason reason, Instant at, @Nullable Participant by) {
        Ending ending = chat.locked(state -> {
            if (!state.contact().isActive() || !condition.test(state)) {
                return null;
            }
            if (disconnectFlows.takesOver(state, reason)) {
                return new Ending(null, disconnectFlows.takeOver(state, reason, at));
            }
            Contact ended = state.set(state.contact().ended(reason, at));
            release(state, ended);
            Conversation conversation = state.startedConversation();
            if (conversation != null) {
                items.ending(ended, leaving(ended, reason, conversation, by))
                        .forEach(draft -> conversation.publish(draft, clocks.now(ended.instanceId())));
                conversation.close();
            }
            ended.memory().giveBack(ContactWeight.spare(ended, conversation != null));
            endings.forEach(callback -> callback.accept(state));
            return new Ending(endedChats.add(chat, at), List.of());
        });
        if (ending == null) {
            return false;
        }
        if (ending.surplus() != null) {
            forget(ending.surplus());
        }
        ending.departed().forEach(this::departed);
        return true;
    }

    /**
     * Lets the disconnect flow of a chat take it over, if it has one for this reason; otherwise nothing changes. The
     * caller holds no lock of a chat.
     *
     * @param condition decides under the lock of the chat whether it is taken over
     */
    public boolean goOnInFlow(Chat chat, Predicate<ChatState> condition, DisconnectReason reason, Instant at) {
        List<Participant> departed = chat.locked(state -> {
            boolean takesOver =
                    state.contact().isActive() && condition.test(state) && disconnectFlows.takesOver(state, reason);
            return takesOver ? disconnectFlows.takeOver(state, reason, at) : null;
        });
        if (departed == null) {
            return false;
        }
        departed.forEach(this::departed);
        return true;
    }

    private void release(ChatState state, Contact ended) {
        chatDeadlines.stop(ended);
        RunningTimers timers = state.timers();
        if (timers != null) {
            timers.stop(deadlines);
            state.setTimers(null);
        }
        ChatFlow flow = state.flow();
        if (flow != null) {
            flow.ended(state);
        }
        ended.participants().forEach(state::revoke);
        activeChats.leave(ended.instanceId());
    }

    /** The participants that leave because the chat ends. */
    private static List<Participant> leaving(
            Contact ended, DisconnectReason reason, Conversation conversation, @Nullable Participant by) {
        return ended.participants().stream()
                .filter(participant -> participant.role() == CUSTOMER || conversation.hasJoined(participant.id()))
                .filter(participant -> leaves(participant, ended, reason, by))
                .toList();
    }

    private static boolean leaves(
            Participant participant, Contact ended, DisconnectReason reason, @Nullable Participant by) {
        return switch (reason) {
            case CUSTOMER_DISCONNECT ->
                participant.role() == CUSTOMER
                        || (participant.role() == AGENT
                                && ended.terms().disconnectOnCustomerExit().contains(AGENT.name()));
            case AGENT_DISCONNECT -> by == null ? participant.role() == AGENT : participant.equals(by);
            case IDLE_DISCONNECT -> participant.role() != CUSTOMER;
            case AGENT_NETWORK_DISCONNECT,
                    CUSTOMER_CONNECTION_NOT_ESTABLISHED,
                    EXPIRED,
                    CONTACT_FLOW_DISCONNECT,
                    API,
                    BARGED,
                    THIRD_PARTY_DISCONNECT,
                    SYSTEM_ERROR -> false;
        };
    }

    /** Removes a chat, active or ended, without an event for its participants. */
    void discard(Chat chat, Instant now) {
        boolean removed = chat.locked(state -> {
            boolean active = state.contact().isActive();
            if (active) {
                release(state, state.set(state.contact().ended(null, now)));
            }
            Conversation conversation = state.startedConversation();
            if (conversation != null) {
                conversation.discard();
            }
            if (active) {
                endings.forEach(callback -> callback.accept(state));
            }
            return remove(chat, state);
        });
        if (removed) {
            notifyForgotten(chat);
        }
    }

    /** Keeps a loaded chat that has ended; returns one that is beyond the maximum now, or null. */
    @Nullable
    Chat keep(Chat chat) {
        return endedChats.add(chat, chat.contact().endedAt());
    }

    void forget(Chat chat) {
        if (chat.locked(state -> remove(chat, state))) {
            notifyForgotten(chat);
        }
    }

    private boolean remove(Chat chat, ChatState state) {
        endedChats.remove(chat);
        return state.forget();
    }

    private void notifyForgotten(Chat chat) {
        Contact last = chat.contact();
        forgottenCallbacks.forEach(callback -> callback.accept(last));
    }

    /** How many ended chats are kept. */
    public int keptChats() {
        return endedChats.size();
    }
}
