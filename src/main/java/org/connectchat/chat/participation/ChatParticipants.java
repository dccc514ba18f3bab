package org.connectchat.chat.participation;

import static org.connectchat.chat.ChatRefused.Reason.TOO_MANY_FOR_RECEIPTS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.access.ConnectionTokens;
import org.connectchat.chat.access.Credentials;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.conversation.ChatItem.Receipt;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.ChatListener;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.Conversations;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.ChatEndings;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.chat.transcript.TranscriptPage;
import org.connectchat.chat.transcript.TranscriptQuery;
import org.connectchat.chat.transcript.Transcripts;
import org.jspecify.annotations.Nullable;

/** What participants do in a chat: get keys, come, talk, listen, look back and leave. */
public final class ChatParticipants {

    private final Clock clock;
    private final ChatEndings endings;
    private final Conversations conversations;
    private final ContactStore contacts;
    private final Deadlines deadlines;
    private final ChatMemory memory;
    private final ParticipantTokens participantTokens;
    private final ConnectionTokens keys;
    private final Transcripts transcripts;
    private final ChatTimers timers;
    private final LiveConversations live;
    private final ChatPresence presence;
    private final ChatItemFactory items;

    ChatParticipants(
            Clock clock,
            ChatContactService chats,
            ChatEndings endings,
            Conversations conversations,
            ContactStore contacts,
            Deadlines deadlines,
            ParticipantTokens participantTokens,
            ConnectionTokens keys,
            Transcripts transcripts,
            ChatMemory memory,
            ChatItemFactory items) {
        this.memory = memory;
        this.deadlines = deadlines;
        this.clock = clock;
        this.endings = endings;
        this.conversations = conversations;
        this.contacts = contacts;
        this.participantTokens = participantTokens;
        this.keys = keys;
        this.transcripts = transcripts;
        this.timers = new ChatTimers(clock, deadlines, contacts, conversations, endings, items);
        this.items = items;
        this.live = new LiveConversations(contacts, conversations, endings);
        this.presence = new ChatPresence(
                clock, chats, endings, contacts, conversations, live, participantTokens, keys, timers, items);
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

    /** Hears everything that is meant for the participant from now on, until {@link #unsubscribe}. */
    public void subscribe(Seat seat, ChatListener listener) {
        conversations.of(seat.contact()).subscribe(seat.participant(), listener);
        live.tidyIfEndedMeanwhile(seat.contact());
    }

    public void unsubscribe(Seat seat, ChatListener listener) {
        Conversation conversation = conversations.existing(seat.contact());
        if (conversation != null) {
            conversation.unsubscribe(listener);
        }
    }

    /**
     * Sends a message once for each client token; returns what stands in the transcript.
     *
     * @throws ChatRefused if the chat has ended, or the memory is full
     */
    public ChatItem send(Seat seat, ChatMessage message, @Nullable String clientToken) {
        Conversation conversation = live.open(seat);
        String key = clientToken == null || clientToken.isEmpty()
                ? null
                : seat.participant().id() + " " + clientToken;
        Conversation.Draft draft = items.message(seat, message.contentType(), message.content());
        ChatItem known = key == null ? null : conversation.sentWith(key);
        long weight = known == null ? ContactWeight.message(message, key) : 0;
        ChatItem sent = weighing(seat, weight, conversation, () -> {
            if (known == null && key != null && conversation.sentWith(key) != null) {
                seat.contact().memory().giveBack(weight); // the same message came twice at once
            }
            ChatItem item = known == null ? conversation.publishOnce(key, draft) : known;
            timers.spoke(seat, conversation);
            return item;
        });
        live.tidyIfEndedMeanwhile(seat.contact());
        return sent;
    }

    /** Takes the memory first, without a lock, and gives it back if the step fails. */
    private ChatItem weighing(Seat seat, long weight, Conversation conversation, Supplier<ChatItem> step) {
        memory.take(seat.contact(), weight);
        boolean done = false;
        try {
            ChatItem item = conversation.inOrder(step);
            done = true;
            return item;
        } finally {
            if (!done) {
                seat.contact().memory().giveBack(weight);
            }
        }
    }

    /** Puts a file into the transcript. */
    public ChatItem share(Seat seat, AttachmentRef attachment) {
        Conversation conversation = live.open(seat);
        Conversation.Draft draft = items.attachment(seat, attachment);
        ChatItem shared = weighing(seat, ContactWeight.ITEM, conversation, () -> {
            ChatItem item = conversation.publish(draft);
            timers.spoke(seat, conversation);
            return item;
        });
        live.tidyIfEndedMeanwhile(seat.contact());
        return shared;
    }

    /** Tells of an event of the participant those whom {@link ChatEvent} names. */
    public ChatItem announce(Seat seat, ChatEvent event) {
        Conversation conversation = live.open(seat);
        Conversation.Draft draft = items.event(seat.contact(), seat.participant(), event);
        ChatItem announced = event.isKept()
                ? weighing(seat, ContactWeight.ITEM, conversation, () -> conversation.publish(draft))
                : conversation.publish(draft);
        live.tidyIfEndedMeanwhile(seat.contact());
        return announced;
    }

    /** What agents said before ConnectParticipant took its place: the participant is there; nobody hears of it twice. */
    public ChatItem acknowledge(Seat seat) {
        if (seat.participant().role() != ParticipantRole.CUSTOMER) {
            connect(seat);
        }
        return items.event(seat.contact(), seat.participant(), ChatEvent.CONNECTION_ACKNOWLEDGED)
                .at(now(), seat.contact().id());
    }

    /**
     * Says that the participant got or read a message, which everybody hears; a message that is not of this contact, or
     * is the participant's own, is nobody's business.
     *
     * @throws ChatRefused if more than two take part, or the memory is full
     */
    public ChatItem receipt(Seat seat, String messageId, boolean read) {
        Conversation conversation = live.open(seat);
        Instant now = now();
        Receipt receipt = new Receipt(messageId, seat.participant().id(), now, read ? now : null);
        ChatItem given = weighing(seat, ContactWeight.RECEIPT, conversation, () -> {
            if (conversation.present() > 2) {
                throw new ChatRefused(
                        TOO_MANY_FOR_RECEIPTS, "Receipts are not supported with more than two active participants");
            }
            boolean repeated = conversation.hasReceipt(receipt);
            Receipt known = conversation.receive(receipt);
            if (repeated || known == null) {
                seat.contact().memory().giveBack(ContactWeight.RECEIPT);
            }
            Conversation.Draft draft = items.receipt(seat.contact(), known == null ? receipt : known);
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
        return clock.instant();
    }
}
