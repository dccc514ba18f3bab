package org.connectchat.chat.conversation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.connectchat.chat.ChatRefused;
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
 * same order. {@link ChatEvent} says which events a listener receives and which the
 * log keeps.
 */
public final class Conversation {

    private final TranscriptLog transcript = new TranscriptLog();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Receipts receipts = new Receipts();
    private final SentItems sent;
    private final Map<ChatListener, Participant> listeners = new LinkedHashMap<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final MemoryAccount memory;
    private @Nullable ItemStreams streams;
    private String contactId;
    private Instant last = Instant.MIN;
    private boolean closed;

    /**
     * Starts a conversation that has only the initial message, if there is one.
     *
     * @param first the item with which the transcript begins; null if the chat has no initial message
     */
    public Conversation(String contactId, @Nullable ChatItem first, MemoryAccount memory) {
        this.sent = new SentItems(memory);
        this.memory = memory;
        this.contactId = contactId;
        if (first != null) {
            last = first.at();
            keep(first);
        }
    }

    /** The conversation that was saved, without its streams. Its transcript has been checked. */
    static Conversation of(SavedConversation saved, String contactId, MemoryAccount memory) {
        Conversation loaded = new Conversation(contactId, null, memory);
        for (TranscriptEntry entry : saved.transcript()) {
            loaded.keep(entry.item());
            loaded.receipts.restore(entry.item().id(), entry.receipts());
        }
        for (SavedConversation.Sent each : saved.sent()) {
            Integer position = each.itemId() == null ? null : loaded.positions.get(each.itemId());
            ChatItem item = position == null ? each.withheld() : loaded.transcript.get(position);
            loaded.sent.add(each.key(), requireNonNull(item, "an item that was checked"));
        }
        loaded.joined.addAll(saved.joined());
        loaded.gone.addAll(saved.gone());
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
        ChatEvent event = event(item);
        if (event == null || event.isKept()) {
            keep(item);
        }
        Audience audience = event == null ? Audience.EVERY_PARTICIPANT : event.audience();
        listeners.forEach((listener, participant) -> {
            if (isMeantFor(participant, audience, item)) {
                listener.onItem(item);
            }
        });
        if (streams != null) {
            streams.onItem(item, Visibility.of(audience, item.author()));
        }
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
        Integer position = positions.get(receipt.messageId());
        if (position == null || transcript.get(position).isBy(receipt.recipientId())) {
            return null;
        }
        return receipts.add(transcript.get(position).id(), receipt);
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
        return joined.add(participantId);
    }

    public boolean hasJoined(String participantId) {
        return joined.contains(participantId);
    }

    /** Removes the participant and its listeners; it cannot publish any more. */
    public void leave(String participantId) {
        listeners.values().removeIf(listening -> listening.id().equals(participantId));
        gone.add(participantId);
        joined.remove(participantId);
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
            listeners.put(listener, participant);
        }
    }

    public void unsubscribe(ChatListener listener) {
        listeners.remove(listener);
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
        positions.put(item.id(), transcript.size());
        transcript.add(item);
    }

    private static @Nullable ChatEvent event(ChatItem item) {
        return item.type() == ChatItem.Type.MESSAGE || item.type() == ChatItem.Type.ATTACHMENT
                ? null
                : ChatEvent.of(item.contentType());
    }

    private static boolean isMeantFor(Participant listening, Audience audience, ChatItem item) {
        return switch (audience) {
            case EVERY_PARTICIPANT -> true;
            case AUTHOR -> item.isBy(listening.id());
            case CUSTOMER -> listening.role() == ParticipantRole.CUSTOMER;
            case NO_PARTICIPANT -> false;
        };
    }
}
