package org.connectchat.chat;

import static org.connectchat.chat.ChatRefused.Reason.TOO_MANY_FOR_RECEIPTS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.connectchat.chat.ChatItem.AttachmentRef;
import org.connectchat.chat.ChatItem.Receipt;
import org.connectchat.chat.Deadlines.Deadline;
import org.connectchat.chat.Deadlines.Kind;
import org.connectchat.chat.event.ChatEvent;
import org.jspecify.annotations.Nullable;

/** What participants do in a chat: get keys, come, talk, listen, look back and leave. */
public final class ChatParticipants {

    private final Clock clock;
    private final ChatEndings endings;
    private final Conversations conversations;
    private final ContactStore contacts;
    private final Deadlines deadlines;
    private final ParticipantTokens participantTokens;
    private final SeatKeys keys;
    private final Transcripts transcripts;
    private final ChatTimers timers;
    private final LiveConversations live;
    private final ChatPresence presence;
    private final Narrator narrator;

    ChatParticipants(
            Clock clock,
            ChatContactService chats,
            ChatEndings endings,
            Conversations conversations,
            ContactStore contacts,
            Deadlines deadlines,
            ParticipantTokens participantTokens,
            Mint mint) {
        this.deadlines = deadlines;
        this.clock = clock;
        this.endings = endings;
        this.conversations = conversations;
        this.contacts = contacts;
        this.participantTokens = participantTokens;
        this.keys = new SeatKeys(clock, contacts, mint);
        this.transcripts = new Transcripts(contacts, conversations);
        this.timers = new ChatTimers(clock, deadlines, contacts, conversations, endings, mint);
        this.narrator = new Narrator(mint);
        this.live = new LiveConversations(contacts, conversations, endings);
        this.presence = new ChatPresence(
                clock, chats, endings, contacts, conversations, live, participantTokens, keys, timers, narrator);
        endings.whenEnded(this::ended);
    }

    private void ended(Contact contact) {
        contact.participants().forEach(keys::drop);
        Conversation conversation = conversations.existing(contact);
        if (conversation != null) {
            conversation.inOrder(() -> {
                timers.forget(contact.sessionId());
                return conversation;
            });
        }
    }

    /** A connection token and the moment after which it opens nothing. */
    public record Credentials(ParticipantToken connectionToken, Instant expiry) {}

    /** The seat of a participant token, or null. */
    public @Nullable Seat byParticipantToken(String text) {
        return participantTokens.seat(text);
    }

    /** The seat of a connection token, or null. */
    public @Nullable Seat byConnectionToken(String text) {
        return keys.byConnectionToken(text);
    }

    /** The seat of a ticket to dial a socket with, or null. */
    public @Nullable Seat byTicket(String ticket) {
        return keys.byTicket(ticket);
    }

    public Credentials issueCredentials(Seat seat) {
        return keys.issueCredentials(seat);
    }

    public String issueTicket(Seat seat) {
        return keys.issueTicket(seat);
    }

    /**
     * The participant is there, by a socket that has subscribed or by saying so; the first time everybody hears of it.
     *
     * @throws ChatRefused if the chat has ended
     */
    public void connect(Seat seat) {
        presence.connect(seat);
    }

    /** Hears everything that is meant for the participant from now on, until {@link #ignore}. */
    public void listen(Seat seat, ChatListener listener) {
        conversations.of(seat.contact()).listen(seat.participant(), listener);
        live.tidyIfEndedMeanwhile(seat.contact());
    }

    public void ignore(Seat seat, ChatListener listener) {
        Conversation conversation = conversations.existing(seat.contact());
        if (conversation != null) {
            conversation.ignore(listener);
        }
    }

    /** Sends a message once for each client token; returns what stands in the transcript. */
    public ChatItem send(Seat seat, ChatMessage message, @Nullable String clientToken) {
        Conversation conversation = live.open(seat);
        String key = clientToken == null || clientToken.isEmpty()
                ? null
                : seat.participant().id() + " " + clientToken;
        Conversation.Draft draft = narrator.message(seat, message.contentType(), message.content());
        ChatItem sent = conversation.inOrder(() -> {
            ChatItem item = conversation.publishOnce(key, draft);
            timers.spoke(seat, conversation);
            return item;
        });
        live.tidyIfEndedMeanwhile(seat.contact());
        return sent;
    }

    /** Puts a file into the transcript. */
    public ChatItem share(Seat seat, AttachmentRef attachment) {
        Conversation conversation = live.open(seat);
        Conversation.Draft draft = narrator.attachment(seat, attachment);
        ChatItem shared = conversation.inOrder(() -> {
            ChatItem item = conversation.publish(draft);
            timers.spoke(seat, conversation);
            return item;
        });
        live.tidyIfEndedMeanwhile(seat.contact());
        return shared;
    }

    /** Tells of an event of the participant those whom {@link ChatEvent} names. */
    public ChatItem announce(Seat seat, ChatEvent event) {
        ChatItem announced = live.open(seat).publish(narrator.event(seat.contact(), seat.participant(), event));
        live.tidyIfEndedMeanwhile(seat.contact());
        return announced;
    }

    /** What agents said before ConnectParticipant took its place: the participant is there; nobody hears of it twice. */
    public ChatItem acknowledge(Seat seat) {
        if (seat.participant().role() != ParticipantRole.CUSTOMER) {
            connect(seat);
        }
        return narrator.event(seat.contact(), seat.participant(), ChatEvent.CONNECTION_ACKNOWLEDGED)
                .at(now(), seat.contact().id());
    }

    /**
     * Says that the participant got or read a message, which everybody hears; a message that is not of this contact, or
     * is the participant's own, is nobody's business.
     *
     * @throws ChatRefused if more than two take part
     */
    public ChatItem receipt(Seat seat, String messageId, boolean read) {
        Conversation conversation = live.open(seat);
        Instant now = now();
        Receipt receipt = new Receipt(messageId, seat.participant().id(), now, read ? now : null);
        ChatItem given = conversation.inOrder(() -> {
            if (conversation.present() > 2) {
                throw new ChatRefused(
                        TOO_MANY_FOR_RECEIPTS, "Receipts are not supported with more than two active participants");
            }
            Receipt known = conversation.receive(receipt);
            Conversation.Draft draft = narrator.receipt(seat.contact(), known == null ? receipt : known);
            return known == null ? draft.at(now, seat.contact().id()) : conversation.publish(draft);
        });
        live.tidyIfEndedMeanwhile(seat.contact());
        return given;
    }

    /** The sessions whose items the participant's transcript leads to: the current one, then past ones, newest first. */
    public List<String> sessionsInTranscript(Seat seat) {
        return transcripts.sessions(seat.contact());
    }

    public TranscriptPage transcript(Seat seat, TranscriptQuery query) {
        return transcripts.page(seat.contact(), query);
    }

    /** Leaves. A customer's leaving ends the chat; anybody else's does not. */
    public void disconnect(Seat seat) {
        presence.disconnect(seat);
    }

    ChatPresence presence() {
        return presence;
    }

    /** Has something done when somebody leaves a chat that goes on. It must return at once. */
    public void whenLeft(Consumer<Participant> departure) {
        presence.whenLeft(departure);
    }

    /** Has something done some time after each end of a chat in which somebody had something to say or to hear. */
    public void afterEnd(Duration delay, Consumer<Contact> action) {
        endings.whenEnded(ended -> {
            if (conversations.existing(ended) != null) {
                deadlines.schedule(farewell(ended, delay), () -> action.accept(ended));
            }
        });
        endings.whenForgotten(ended -> {
            deadlines.cancel(farewell(ended, delay));
            action.accept(ended);
        });
    }

    private static Deadline farewell(Contact ended, Duration delay) {
        return new Deadline(ended.endedAt().plus(delay), Kind.SOCKETS, ended.sessionId());
    }

    /** Whether the participant has left the chat, or nobody knows the chat any more. */
    public boolean isGone(Seat seat) {
        Contact current = contacts.current(seat.contact().id());
        return current == null || !current.hasParticipant(seat.participant().id());
    }

    private Instant now() {
        return Timeline.now(clock);
    }
}
