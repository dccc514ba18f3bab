package org.connectchat.chat;

import static org.connectchat.chat.ChatRefused.Reason.ACCESS_DENIED;
import static org.connectchat.chat.ChatRefused.Reason.TOO_MANY_FOR_RECEIPTS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.connectchat.chat.ChatItem.AttachmentRef;
import org.connectchat.chat.ChatItem.Receipt;
import org.connectchat.chat.Deadlines.Deadline;
import org.connectchat.chat.Deadlines.Kind;
import org.jspecify.annotations.Nullable;

/** What participants do in a chat: get keys, come, talk, listen, look back and leave. */
public final class ChatParticipants {

    /** AWS: a connection token is good for a day. */
    private static final Duration CONNECTION_TOKEN_LIFETIME = Duration.ofDays(1);
    /** AWS: the URL of a socket has to be dialled within 100 seconds. */
    private static final Duration TICKET_LIFETIME = Duration.ofSeconds(100);

    private final Clock clock;
    private final ChatContactService chats;
    private final Conversations conversations;
    private final ContactStore contacts;
    private final Deadlines deadlines;
    private final Transcripts transcripts;
    private final Mint mint;
    private final Narrator narrator;
    private final Keys<ParticipantToken> connectionTokens;
    private final Keys<String> tickets;

    ChatParticipants(
            Clock clock,
            ChatContactService chats,
            Conversations conversations,
            ContactStore contacts,
            Deadlines deadlines,
            Mint mint) {
        this.deadlines = deadlines;
        this.clock = clock;
        this.chats = chats;
        this.conversations = conversations;
        this.contacts = contacts;
        this.transcripts = new Transcripts(contacts, conversations);
        this.mint = mint;
        this.narrator = new Narrator(mint);
        this.connectionTokens = new Keys<>(contacts, clock, CONNECTION_TOKEN_LIFETIME);
        this.tickets = new Keys<>(contacts, clock, TICKET_LIFETIME);
        chats.whenEnded(ended -> ended.participants().forEach(this::dropKeys));
    }

    /** A connection token and the moment after which it opens nothing. */
    public record Credentials(ParticipantToken connectionToken, Instant expiry) {}

    /** The seat of a participant token, or null. */
    public @Nullable Seat byParticipantToken(String text) {
        return chats.participantTokens().seat(text);
    }

    /** The seat of a connection token, or null. */
    public @Nullable Seat byConnectionToken(String text) {
        ParticipantToken token = ParticipantToken.parse(text);
        return token == null ? null : connectionTokens.seat(token);
    }

    /** The seat of a ticket to dial a socket with, or null. */
    public @Nullable Seat byTicket(String ticket) {
        return tickets.seat(ticket);
    }

    public Credentials issueCredentials(Seat seat) {
        ParticipantToken token = mint.token();
        Instant expiry = connectionTokens.add(token, seat);
        dropKeysOfAGoneChat(seat);
        return new Credentials(token, expiry);
    }

    public String issueTicket(Seat seat) {
        String ticket = mint.handle();
        tickets.add(ticket, seat);
        dropKeysOfAGoneChat(seat);
        return ticket;
    }

    private void dropKeysOfAGoneChat(Seat seat) {
        Contact current = contacts.find(seat.contact().id());
        if (current == null
                || !current.isActive()
                || !current.hasParticipant(seat.participant().id())) {
            dropKeys(seat.participant());
        }
    }

    private void dropKeys(Participant participant) {
        connectionTokens.removeAll(participant);
        tickets.removeAll(participant);
    }

    /**
     * The participant is there, by a socket that has subscribed or by saying so; the first time everybody hears of it.
     *
     * @throws ChatRefused if the chat has ended
     */
    public void connect(Seat seat) {
        boolean customer = seat.participant().role() == ParticipantRole.CUSTOMER;
        if (customer) {
            chats.customerConnected(seat.contact().id());
        }
        Conversation conversation = open(seat);
        conversation.inOrder(() -> {
            if (conversation.join(seat.participant().id())) {
                conversation.add(narrator.event(seat.contact(), seat.participant(), ChatEvents.PARTICIPANT_JOINED));
                if (customer) {
                    begin(seat.contact(), conversation);
                }
                if (customer && seat.contact().lineage().continuedFromContactId() != null) {
                    conversation.mention(narrator.event(seat.contact(), null, ChatEvents.CHAT_REHYDRATED));
                }
            }
            return conversation;
        });
        tidyIfEndedMeanwhile(seat.contact());
    }

    /** The initial message is the customer's first, whatever comes first otherwise. */
    private void begin(Contact contact, Conversation conversation) {
        ChatMessage initial = contact.terms().initialMessage();
        if (conversation.begin() && initial != null) {
            Seat customer = new Seat(contact, contact.customer());
            conversation.add(narrator.message(customer, initial.contentType(), initial.content()));
        }
    }

    /** Hears everything from now on, until {@link #ignore}. */
    public void listen(Seat seat, ChatListener listener) {
        conversations.of(seat.contact()).listen(seat.participant().id(), listener);
        tidyIfEndedMeanwhile(seat.contact());
    }

    public void ignore(Seat seat, ChatListener listener) {
        Conversation conversation = conversations.existing(seat.contact());
        if (conversation != null) {
            conversation.ignore(listener);
        }
    }

    /** The conversation of a chat that is still active. */
    private Conversation open(Seat seat) {
        if (!chats.isActive(seat.contact().id())) {
            throw new ChatRefused(ACCESS_DENIED, "Access denied");
        }
        return conversations.of(seat.contact());
    }

    /** Whoever came while the chat was ending may have missed that it did, or have begun a conversation anew. */
    private void tidyIfEndedMeanwhile(Contact contact) {
        Contact current = contacts.find(contact.id());
        if (current == null) {
            conversations.remove(contact.id());
        } else if (!current.isActive()) {
            chats.sayGoodbye(current);
        }
    }

    /** Sends a message once for each client token; returns what stands in the transcript. */
    public ChatItem send(Seat seat, ChatMessage message, @Nullable String clientToken) {
        Conversation conversation = open(seat);
        String key = clientToken == null || clientToken.isEmpty()
                ? null
                : seat.participant().id() + " " + clientToken;
        Conversation.Draft draft = narrator.message(seat, message.contentType(), message.content());
        ChatItem sent = conversation.inOrder(() -> {
            begin(seat.contact(), conversation);
            return conversation.addOnce(key, draft);
        });
        tidyIfEndedMeanwhile(seat.contact());
        return sent;
    }

    /** Puts a file into the transcript. */
    public ChatItem share(Seat seat, AttachmentRef attachment) {
        Conversation conversation = open(seat);
        Conversation.Draft draft = narrator.attachment(seat, attachment);
        ChatItem shared = conversation.inOrder(() -> {
            begin(seat.contact(), conversation);
            return conversation.add(draft);
        });
        tidyIfEndedMeanwhile(seat.contact());
        return shared;
    }

    /** An event that everybody hears and nobody keeps. */
    public ChatItem mention(Seat seat, String contentType) {
        ChatItem mentioned = open(seat).mention(narrator.event(seat.contact(), seat.participant(), contentType));
        tidyIfEndedMeanwhile(seat.contact());
        return mentioned;
    }

    /** What agents said before ConnectParticipant took its place: the participant is there; nobody hears of it twice. */
    public ChatItem acknowledge(Seat seat) {
        if (seat.participant().role() != ParticipantRole.CUSTOMER) {
            connect(seat);
        }
        return narrator.event(seat.contact(), seat.participant(), ChatEvents.CONNECTION_ACKNOWLEDGED)
                .at(now());
    }

    /**
     * Says that the participant got or read a message, which everybody hears; a message that is not of this contact, or
     * is the participant's own, is nobody's business.
     *
     * @throws ChatRefused if more than two take part
     */
    public ChatItem receipt(Seat seat, String messageId, boolean read) {
        Conversation conversation = open(seat);
        Instant now = now();
        Receipt receipt = new Receipt(messageId, seat.participant().id(), now, read ? now : null);
        return conversation.inOrder(() -> {
            if (conversation.present() > 2) {
                throw new ChatRefused(
                        TOO_MANY_FOR_RECEIPTS, "Receipts are not supported with more than two active participants");
            }
            Receipt known = conversation.receive(receipt);
            Conversation.Draft draft = narrator.receipt(seat.contact(), known == null ? receipt : known);
            return known == null ? draft.at(now) : conversation.mention(draft);
        });
    }

    /** The contacts whose items the participant's transcript leads to: the current one, then past ones, newest first. */
    public List<String> contactsInTranscript(Seat seat) {
        return transcripts.shown(seat.contact()).stream().map(Contact::id).toList();
    }

    public TranscriptPage transcript(Seat seat, TranscriptQuery query) {
        return transcripts.page(seat.contact(), query);
    }

    /** Leaves. A customer's leaving ends the chat; anybody else's does not. */
    public void disconnect(Seat seat) {
        if (seat.participant().role() == ParticipantRole.CUSTOMER) {
            chats.customerDisconnected(seat.contact().id());
            return;
        }
        String participantId = seat.participant().id();
        Instant now = now();
        ContactStore.Change change = contacts.update(
                seat.contact().id(), contact -> contact.isActive() ? contact.leftBy(participantId, now) : contact);
        if (change == null
                || !change.before().hasParticipant(participantId)
                || !change.before().isActive()) {
            throw new ChatRefused(ACCESS_DENIED, "Access denied");
        }
        chats.participantTokens().remove(seat.participant());
        dropKeys(seat.participant());
        Conversation conversation = conversations.of(seat.contact());
        conversation.inOrder(() -> {
            ChatItem left =
                    conversation.add(narrator.event(seat.contact(), seat.participant(), ChatEvents.PARTICIPANT_LEFT));
            conversation.leave(participantId);
            return left;
        });
    }

    /** Has something done some time after each end of a chat in which somebody had something to say or to hear. */
    public void afterEnd(Duration delay, Consumer<Contact> action) {
        chats.whenEnded(ended -> {
            if (conversations.existing(ended) != null) {
                Deadline deadline = new Deadline(ended.endedAt().plus(delay), Kind.SOCKETS, ended.id());
                deadlines.schedule(deadline, () -> action.accept(ended));
            }
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
