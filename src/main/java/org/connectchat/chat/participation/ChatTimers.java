package org.connectchat.chat.participation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.connectchat.chat.contact.ChatTimer;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.RunningTimers;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;
import org.jspecify.annotations.Nullable;

/**
 * Runs the chat timers while the customer and a counterpart, an agent or a custom participant, are both connected. A
 * timer counts from the last message or event of its participant. A custom participant has no timer of its own. Every
 * method is called under the lock of the chat.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/setup-chat-timeouts.html">Chat timeouts</a>
 */
final class ChatTimers {

    private final Clocks clocks;
    private final Deadlines deadlines;
    private final ChatEndings endings;
    private final ChatItemFactory items;

    ChatTimers(Clocks clocks, Deadlines deadlines, ChatEndings endings, ChatItemFactory items) {
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.endings = endings;
        this.items = items;
    }

    /** An agent or a custom participant has connected; the timers of the contact take effect. */
    void counterpartConnected(Chat chat, ChatState state) {
        List<ChatTimer> wanted = state.contact().timers();
        RunningTimers timers = state.timers();
        if (timers == null) {
            if (wanted.isEmpty()) {
                return;
            }
            timers = new RunningTimers();
            state.setTimers(timers);
        }
        if (!timers.applied().equals(wanted)) {
            timers.stop(deadlines);
            timers.apply(wanted);
        }
        presenceChanged(chat, state);
    }

    /** A participant has connected or left: timers begin for the connected ones, or stop if one side is missing. */
    void presenceChanged(Chat chat, ChatState state) {
        RunningTimers timers = state.timers();
        if (timers == null) {
            return;
        }
        Conversation conversation = state.conversation();
        List<Participant> present = state.contact().participants().stream()
                .filter(participant -> conversation.hasJoined(participant.id()))
                .toList();
        long customers = present.stream()
                .filter(participant -> participant.role() == ParticipantRole.CUSTOMER)
                .count();
        if (customers == 0 || customers == present.size()) {
            timers.stop(deadlines);
            return;
        }
        Set<String> ids = new HashSet<>();
        for (Participant participant : present) {
            ids.add(participant.id());
            if (!timers.watches(participant.id())) {
                begin(chat, timers, participant);
            }
        }
        timers.retain(ids, deadlines);
    }

    /** A participant has sent something; its timers begin again. */
    void spoke(Chat chat, ChatState state, Participant participant) {
        RunningTimers timers = state.timers();
        if (timers == null || !timers.watches(participant.id())) {
            return;
        }
        Deadline deadline = timers.end(participant.id());
        if (deadline != null) {
            deadlines.cancel(deadline);
        }
        if (timers.returnFromIdle(participant.id())) {
            publish(state, participant, ChatEvent.PARTICIPANT_RETURNED);
        }
        begin(chat, timers, participant);
    }

    /** Stops all timers of the chat; they begin again when the next counterpart connects. */
    void stop(ChatState state) {
        RunningTimers timers = state.timers();
        if (timers != null) {
            timers.stop(deadlines);
        }
    }

    /** The timers of a loaded chat run on to their deadlines. */
    void resume(Chat chat, ChatState state) {
        RunningTimers timers = state.timers();
        if (timers != null) {
            timers.deadlines().forEach(deadline -> schedule(chat, deadline));
        }
    }

    private void begin(Chat chat, RunningTimers timers, Participant participant) {
        Duration idle = duration(timers, participant, ChatTimer.Type.IDLE);
        Duration first = idle == null ? duration(timers, participant, ChatTimer.Type.DISCONNECT_NONCUSTOMER) : idle;
        if (first != null) {
            run(
                    chat,
                    timers,
                    participant.id(),
                    clocks.now(chat.contact().instanceId()).plus(first));
        }
    }

    private void run(Chat chat, RunningTimers timers, String participantId, Instant at) {
        Deadline deadline = new Deadline(at, Kind.IDLE, chat.contact().instanceId(), chat.sessionId(), participantId);
        timers.run(participantId, deadline);
        schedule(chat, deadline);
    }

    private void schedule(Chat chat, Deadline deadline) {
        deadlines.schedule(
                deadline,
                () -> endings.end(
                        chat,
                        state -> expire(chat, state, deadline),
                        DisconnectReason.IDLE_DISCONNECT,
                        deadline.at(),
                        null));
    }

    /** Applies an expired timer; returns whether it ends the chat. */
    private boolean expire(Chat chat, ChatState state, Deadline deadline) {
        RunningTimers timers = state.timers();
        Participant silent = state.contact().participant(deadline.subject());
        if (timers == null || silent == null || !timers.expire(silent.id(), deadline)) {
            return false; // the participant sent something or left at the same moment
        }
        Duration disconnect = duration(timers, silent, ChatTimer.Type.DISCONNECT_NONCUSTOMER);
        if (duration(timers, silent, ChatTimer.Type.IDLE) != null && timers.becomeIdle(silent.id())) {
            publish(state, silent, ChatEvent.PARTICIPANT_IDLE);
            if (disconnect != null) {
                run(chat, timers, silent.id(), deadline.at().plus(disconnect));
            }
            return false;
        }
        publish(state, silent, ChatEvent.PARTICIPANT_AUTODISCONNECTION);
        return true;
    }

    private void publish(ChatState state, Participant participant, ChatEvent event) {
        state.conversation()
                .publish(
                        items.event(state.contact(), participant, event),
                        clocks.now(state.contact().instanceId()));
    }

    private static @Nullable Duration duration(RunningTimers timers, Participant participant, ChatTimer.Type type) {
        return ChatTimer.duration(timers.applied(), participant.role(), type);
    }
}
