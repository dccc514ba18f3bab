package org.connectchat.chat.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem.Receipt;
import org.connectchat.chat.event.Audience;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * The conversation of one chat, across all contacts of its session: an append-only log, the listeners that receive it,
 * and the participants that have joined. The lock of the chat guards it, so every listener and the transcript have the
 * same order. {@link ChatEvent} says which events a listener receives and which the log keeps.
 */
public final class Conversation {

    private final TranscriptLog transcript = new TranscriptLog();
    private final Receipts receipts = new Receipts();
    private final SentItems sent;
    private Map<ChatListener, Participant> listeners = Map.of();
    private Set<String> joined = Set.of();
    private Set<String> gone = Set.of();
    private final MemoryAccount memory;
    private final Feed<ChatItem> published;
    private @Nullable ItemStreams streams;
    private String contactId;
    private Instant last = Instant.MIN;
    private boolean closed;

    /**
     * Starts a conversation that has only the initial message, if there is one.
     *
     * @param first the item with which the transcript begins; null if the chat has no initial message
     */
    public Conversation(String contactId, @Nullable ChatItem first, MemoryAccount memory, Feed<ChatItem> published) {
        this.published = published;
        this.sent = new SentItems(memory);
        this.memory = memory;
        this.contactId = contactId;
        if (first != null) {
            last = first.at();
            keep(first);
        }
    }

    /** The conversation that was saved, without its streams. Its transcript has been checked. */
    static Conversation of(SavedConversation saved, String contactId, MemoryAccount memory, Feed<ChatItem> published) {
        Conversation loaded = new Conversation(contactId, null, memory, published);
        Map<String, ChatItem> byId = new HashMap<>();
        for (TranscriptEntry entry : saved.transcript()) {
            byId.put(entry.item().id(), entry.item());
            loaded.keep(entry.item());
            loaded.receipts.restore(entry.item().id(), entry.receipts());
        }
        for (SavedConversation.Sent each : saved.sent()) {
            ChatItem item = each.itemId() == null ? each.withheld() : byId.get(each.itemId());
            loaded.sent.add(each.key(), requireNonNull(item, "an item that was checked"));
        }
        loaded.joined = Set.copyOf(saved.joined());
        loaded.gone = Set.copyOf(saved.gone());
        loaded.last = saved.last() == null ? Instant.MIN : saved.last();
        loaded.closed = saved.closed();
        return loaded;
    }

    /** The conversation as it stands. */
    public SavedConversation save() {
        return new SavedConversation(
                List.copyOf(entries()),
                sent.save(),
                joined.stream().sorted().toList(),
                gone.stream().sorted().toList(),
                last.equals(Instant.MIN) ? null : last,
                closed,
                streams == null ? List.of() : streams.save());
    }

    /** Makes an item from the moment and the contact in which it is added. */
    public interface Draft {
        ChatItem at(Instant moment, String contactId);
    }

    /**
     * Adds an item to the transcript if its type is kept there, and sends it to the listeners of its audience.
     *
     * @throws ChatRefused if the conversation is closed, or the author has left
     */
    public ChatItem publish(Draft draft, Instant now) {
        ChatItem item = next(draft, now);
        ChatEvent event = item.event();
        if (event == null || event.isKept()) {
            keep(item);
        }
        Audience audience = event == null ? Audience.EVERY_PARTICIPANT : event.audience();
        listeners.forEach((listener, participant) -> {
            if (item.goesTo(participant, audience)) {
                listener.onItem(item);
            }
        });
        if (streams != null) {
            streams.onItem(item, Visibility.of(audience, item.author()));
        }
        published.publish(item);
        return item;
    }

    /**
     * Makes an item that neither listeners nor the transcript get (rule F36), once for each client token of a participant;
     * it is remembered without its content.
     */
    public ChatItem withhold(@Nullable String participantAndToken, Draft draft, Instant now) {
        ChatItem item = next(draft, now);
        if (participantAndToken != null) {
            sent.add(participantAndToken, item.withheld());
        }
        return item;
    }

    /** Rule F44: sends an item to the listeners of one role; the transcript does not keep it. */
    public void whisper(Draft draft, ParticipantRole role, Instant now) {
        ChatItem item = next(draft, now);
        listeners.forEach((listener, participant) -> {
            if (participant.role() == role) {
                listener.onItem(item);
            }
        });
        if (streams != null) {
            streams.onItem(item, Visibility.of(role));
        }
        published.publish(item);
    }

    /** Like {@link #publish}, once for each client token of a participant. */
    public ChatItem publishOnce(@Nullable String participantAndToken, Draft draft, Instant now) {
        ChatItem known = participantAndToken == null ? null : sent.find(participantAndToken);
        if (known != null) {
            return known;
        }
        ChatItem item = publish(draft, now);
        if (participantAndToken != null) {
            sent.add(participantAndToken, item);
        }
        return item;
    }

    /** The item that a participant sent with this client token, or null. */
    public @Nullable ChatItem sentWith(String participantAndToken) {
        return sent.find(participantAndToken);
    }

    /**
     * Adds a receipt to its message; returns null if the message is not of the current contact, or is the recipient's
     * own.
     */
    public @Nullable Receipt receive(Receipt receipt) {
        ChatItem item = transcript.find(receipt.messageId());
        if (item == null || item.isBy(receipt.recipientId())) {
            return null;
        }
        return receipts.add(item.id(), receipt);
    }

    /** Whether the message has this receipt. */
    public boolean hasReceipt(Receipt receipt) {
        return receipts.has(receipt);
    }

    /** Closes the conversation: nothing can be published any more, and its streams end (rule S11). */
    public void close() {
        closed = true;
        if (streams != null) {
            streams.end();
        }
    }

    /** Closes the conversation of a chat that is removed: its streams deliver nothing more. */
    public void discard() {
        closed = true;
        if (streams != null) {
            streams.discard();
        }
    }

    /** The streams of the chat; the first call creates them. */
    public ItemStreams streams() {
        ItemStreams known = streams == null ? new ItemStreams(memory) : streams;
        streams = known;
        return known;
    }

    /** The streams of a chat that is or was streamed, or null. */
    public @Nullable ItemStreams startedStreams() {
        return streams;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Moves the conversation to the next contact of the session. */
    public void moveTo(String nextContactId) {
        contactId = nextContactId;
    }

    /**
     * Adds a participant; returns false if it has joined before.
     *
     * @throws ChatRefused if it has left: a participant who leaves does not come back
     */
    public boolean join(String participantId) {
        requireNotGone(participantId);
        boolean isNew = !joined.contains(participantId);
        joined = with(joined, participantId);
        return isNew;
    }

    public boolean hasJoined(String participantId) {
        return joined.contains(participantId);
    }

    /** Removes the participant and its listeners; it cannot publish any more. */
    public void leave(String participantId) {
        if (!listeners.isEmpty()) {
            listeners.values().removeIf(listening -> listening.id().equals(participantId));
        }
        gone = with(gone, participantId);
        joined = joined.stream().filter(other -> !other.equals(participantId)).collect(Collectors.toUnmodifiableSet());
    }

    /** The number of participants that have joined and not left. */
    public int present() {
        return joined.size();
    }

    /**
     * Sends the listener all later items for the participant. In a closed conversation, the listener gets the event of
     * the end.
     */
    public void subscribe(Participant participant, ChatListener listener) {
        if (closed) {
            listener.onItem(transcript.get(transcript.size() - 1));
        } else if (!gone.contains(participant.id())) {
            Map<ChatListener, Participant> more = listeners.isEmpty() ? new LinkedHashMap<>() : listeners;
            more.put(listener, participant);
            listeners = more;
        }
    }

    public void unsubscribe(ChatListener listener) {
        if (!listeners.isEmpty()) {
            listeners.remove(listener);
        }
    }

    /** Chats have few participants, and a set that is not changed takes little memory. */
    private static Set<String> with(Set<String> ids, String id) {
        return Stream.concat(ids.stream(), Stream.of(id)).collect(Collectors.toUnmodifiableSet());
    }

    /** The transcript as it is now: items with their receipts. */
    public List<TranscriptEntry> entries() {
        return new TranscriptEntries(transcript.snapshot(), receipts);
    }

    private ChatItem next(Draft draft, Instant now) {
        if (closed) {
            throw new ChatRefused(ChatRefused.Reason.ACCESS_DENIED, "Access denied");
        }
        last = now.isBefore(last) ? last : now;
        ChatItem item = draft.at(last, contactId);
        ChatItem.Author author = item.author();
        if (author != null) {
            requireNotGone(author.participantId());
        }
        return item;
    }

    private void requireNotGone(String participantId) {
        if (gone.contains(participantId)) {
            throw new ChatRefused(ChatRefused.Reason.ACCESS_DENIED, "Access denied");
        }
    }

    private void keep(ChatItem item) {
        transcript.add(item);
    }
}
