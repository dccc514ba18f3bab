package org.connectchat.chat.participation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.contact.ChatTimer;
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
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;
import org.jspecify.annotations.Nullable;

/**
 * Runs the chat timers: as long as the customer and a counterpart, an agent or a custom participant, are both connected,
 * for each of them since they last said something. A custom participant has no timer of its own. The caller holds the lock
 * of the conversation.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/setup-chat-timeouts.html">Chat timeouts</a>
 */
final class ChatTimers {

    /** The timers of one chat. */
    private static final class Watch {

        private List<ChatTimer> applied = List.of();
        private final Map<String, Deadline> running = new HashMap<>();
        private final Set<String> idle = new HashSet<>();
    }

    private final Clock clock;
    private final Deadlines deadlines;
    private final ContactStore contacts;
    private final Conversations conversations;
    private final ChatEndings endings;
    private final ChatItemFactory items;
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();

    ChatTimers(
            Clock clock,
            Deadlines deadlines,
            ContactStore contacts,
            Conversations conversations,
            ChatEndings endings,
            ChatItemFactory items) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.contacts = contacts;
        this.conversations = conversations;
        this.endings = endings;
        this.items = items;
    }

    /** An agent or a custom participant has connected; from now on the timers are those that stand in the contact. */
    void counterpartConnected(Contact contact, Conversation conversation) {
        Watch watch = watches.get(contact.sessionId());
        if (conversation.isClosed() || (watch == null && contact.timers().isEmpty())) {
            return;
        }
        Watch known = watch == null ? new Watch() : watch;
        if (!known.applied.equals(contact.timers())) {
            stop(known);
            known.applied = contact.timers();
        }
        watches.put(contact.sessionId(), known);
        presenceChanged(contact, conversation);
    }

    /** Somebody has come or gone: timers begin for those who are there, or stop if one side is missing. */
    void presenceChanged(Contact contact, Conversation conversation) {
        Watch watch = watches.get(contact.sessionId());
        if (watch == null) {
            return;
        }
        List<Participant> present = contact.participants().stream()
                .filter(participant -> conversation.hasJoined(participant.id()))
                .toList();
        if (conversation.isClosed()
                || !hasRole(present, ParticipantRole.CUSTOMER)
                || present.stream().noneMatch(participant -> participant.role() != ParticipantRole.CUSTOMER)) {
            stop(watch);
            return;
        }
        Set<String> ids = new HashSet<>();
        for (Participant participant : present) {
            ids.add(participant.id());
            if (!watch.running.containsKey(participant.id()) && !watch.idle.contains(participant.id())) {
                begin(watch, contact.sessionId(), participant);
            }
        }
        watch.idle.retainAll(ids);
        watch.running.entrySet().removeIf(entry -> {
            boolean gone = !ids.contains(entry.getKey());
            if (gone) {
                deadlines.cancel(entry.getValue());
            }
            return gone;
        });
    }

    /** A participant has said something, so its timers begin anew. */
    void spoke(Seat seat, Conversation conversation) {
        Watch watch = watches.get(seat.contact().sessionId());
        Participant participant = seat.participant();
        if (watch == null || !isWatched(watch, participant.id())) {
            return;
        }
        Deadline deadline = watch.running.remove(participant.id());
        if (deadline != null) {
            deadlines.cancel(deadline);
        }
        if (watch.idle.remove(participant.id())) {
            conversation.publish(items.event(seat.contact(), participant, ChatEvent.PARTICIPANT_RETURNED));
        }
        begin(watch, seat.contact().sessionId(), participant);
    }

    private static boolean isWatched(Watch watch, String participantId) {
        return watch.running.containsKey(participantId) || watch.idle.contains(participantId);
    }

    /** Stops all timers of the chat; they begin anew when the next counterpart connects. */
    void stop(Contact contact) {
        Watch watch = watches.get(contact.sessionId());
        if (watch != null) {
            stop(watch);
        }
    }

    /** The chat is over. */
    void forget(String sessionId) {
        Watch watch = watches.remove(sessionId);
        if (watch != null) {
            stop(watch);
        }
    }

    private void begin(Watch watch, String sessionId, Participant participant) {
        Duration idle = ChatTimer.duration(watch.applied, participant.role(), ChatTimer.Type.IDLE);
        Duration disconnect =
                ChatTimer.duration(watch.applied, participant.role(), ChatTimer.Type.DISCONNECT_NONCUSTOMER);
        Duration first = idle == null ? disconnect : idle;
        if (first != null) {
            run(watch, sessionId, participant.id(), clock.instant().plus(first));
        }
    }

    private void run(Watch watch, String sessionId, String participantId, Instant at) {
        Deadline deadline = new Deadline(at, Kind.IDLE, sessionId, participantId);
        watch.running.put(participantId, deadline);
        deadlines.schedule(deadline, () -> expire(deadline));
    }

    private void stop(Watch watch) {
        watch.running.values().forEach(deadlines::cancel);
        watch.running.clear();
        watch.idle.clear();
    }

    private void expire(Deadline deadline) {
        Contact contact = contacts.current(deadline.sessionId());
        Conversation conversation = contact == null ? null : conversations.existing(contact);
        if (contact == null || conversation == null) {
            return;
        }
        boolean enough = conversation.inOrder(() -> strike(contact, conversation, deadline));
        if (enough) {
            endings.end(contact.id(), DisconnectReason.IDLE_DISCONNECT, deadline.at(), null);
        }
    }

    /** Says what the silence has come to; returns whether the chat is to end. */
    private boolean strike(Contact contact, Conversation conversation, Deadline deadline) {
        Watch watch = watches.get(contact.sessionId());
        Participant silent = contact.participant(deadline.subject());
        if (watch == null
                || silent == null
                || conversation.isClosed()
                || !watch.running.remove(silent.id(), deadline)) {
            return false; // somebody spoke or left, or the chat ended, at the same moment
        }
        Duration disconnect = duration(watch, silent, ChatTimer.Type.DISCONNECT_NONCUSTOMER);
        if (duration(watch, silent, ChatTimer.Type.IDLE) != null && watch.idle.add(silent.id())) {
            conversation.publish(items.event(contact, silent, ChatEvent.PARTICIPANT_IDLE));
            if (disconnect != null) {
                run(watch, contact.sessionId(), silent.id(), deadline.at().plus(disconnect));
            }
            return false;
        }
        conversation.publish(items.event(contact, silent, ChatEvent.PARTICIPANT_AUTODISCONNECTION));
        return true;
    }

    private static @Nullable Duration duration(Watch watch, Participant participant, ChatTimer.Type type) {
        return ChatTimer.duration(watch.applied, participant.role(), type);
    }

    private static boolean hasRole(List<Participant> participants, ParticipantRole role) {
        return participants.stream().anyMatch(participant -> participant.role() == role);
    }

    int size() {
        return watches.size();
    }
}
