package org.connectchat.chat.conversation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem.Receipt;
import org.connectchat.chat.event.Audience;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * What is said in one chat, whichever contact of its session it is in: an append-only log and those who listen to it. One
 * lock puts everything in one order, so that every listener and the transcript see the same one; under it nobody waits for
 * anything but memory. {@link ChatEvent} says which events a listener hears and which the log keeps.
 */
public final class Conversation {

    private static final int REMEMBERED_CLIENT_TOKENS = 1_000;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final MemoryAccount memory;
    private final TranscriptLog transcript = new TranscriptLog();
    private final Map<String, Integer> positions = new HashMap<>();
    /** Changed under the lock, read without it. */
    private final Map<String, List<Receipt>> receipts = new ConcurrentHashMap<>();

    private final Map<ChatListener, Participant> listeners = new LinkedHashMap<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, ChatItem> byClientToken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ChatItem> eldest) {
            boolean goes = size() > REMEMBERED_CLIENT_TOKENS;
            if (goes) {
                memory.giveBack(ContactWeight.clientToken(eldest.getKey()));
            }
            return goes;
        }
    };
    private String contactId;
    private Instant last = Instant.MIN;
    private boolean closed;

    /**
     * A conversation in which nothing was said but the initial message.
     *
     * @param first the item with which the transcript begins; null if the chat has no initial message
     */
    Conversation(Clock clock, String contactId, @Nullable ChatItem first, MemoryAccount memory) {
        this.clock = clock;
        this.memory = memory;
        this.contactId = contactId;
        if (first != null) {
            last = first.at();
            keep(first);
        }
    }

    /** Makes an item of the moment and the contact in which it is added. */
    public interface Draft {
        ChatItem at(Instant moment, String contactId);
    }

    /** Runs something that no other change of the conversation comes between. */
    public <T> T inOrder(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    /** Keeps an item in the transcript unless it is of a passing kind, and tells the listeners whom it is meant for. */
    public ChatItem publish(Draft draft) {
        return inOrder(() -> {
            ChatItem item = next(draft);
            ChatEvent event = event(item);
            if (event == null || event.isKept()) {
                keep(item);
            }
            Audience audience = event == null ? Audience.EVERY_PARTICIPANT : event.audience();
            listeners.forEach((listener, participant) -> {
                if (hears(participant, audience, item)) {
                    listener.onItem(item);
                }
            });
            return item;
        });
    }

    /** Like {@link #publish}, once for each client token of a participant. */
    public ChatItem publishOnce(@Nullable String participantAndToken, Draft draft) {
        return inOrder(() -> {
            ChatItem known = participantAndToken == null ? null : byClientToken.get(participantAndToken);
            if (known != null) {
                return known;
            }
            ChatItem item = publish(draft);
            if (participantAndToken != null) {
                byClientToken.put(participantAndToken, item);
            }
            return item;
        });
    }

    /** What was sent with a client token of a participant, or null. */
    @Nullable
    public ChatItem sentWith(String participantAndToken) {
        return inOrder(() -> byClientToken.get(participantAndToken));
    }

    /**
     * Adds what a recipient did to what is known of a message; returns null if the message is not of this contact, or is
     * the recipient's own.
     */
    @Nullable
    public Receipt receive(Receipt receipt) {
        return inOrder(() -> {
            Integer position = positions.get(receipt.messageId());
            if (position == null || transcript.get(position).isBy(receipt.recipientId())) {
                return null;
            }
            ChatItem message = transcript.get(position);
            List<Receipt> before = receipts.getOrDefault(message.id(), List.of());
            Receipt known = of(before, receipt.recipientId());
            Receipt merged = known == null ? receipt.of(message.id()) : known.merged(receipt);
            Stream<Receipt> others =
                    before.stream().map(other -> other.recipientId().equals(merged.recipientId()) ? merged : other);
            receipts.put(message.id(), (known == null ? Stream.concat(others, Stream.of(merged)) : others).toList());
            return merged;
        });
    }

    /** Whether a recipient has got or read a message before. */
    public boolean hasReceipt(Receipt receipt) {
        return of(receipts.getOrDefault(receipt.messageId(), List.of()), receipt.recipientId()) != null;
    }

    private static @Nullable Receipt of(List<Receipt> receipts, String recipientId) {
        for (Receipt receipt : receipts) {
            if (receipt.recipientId().equals(recipientId)) {
                return receipt;
            }
        }
        return null;
    }

    /** Says the last words, if nobody has yet; afterwards nothing can be said. */
    public void close(Supplier<List<Draft>> lastWords) {
        inOrder(() -> {
            if (!closed) {
                lastWords.get().forEach(this::publish);
                closed = true;
            }
            return closed;
        });
    }

    public boolean isClosed() {
        return inOrder(() -> closed);
    }

    /** From now on everything is said in another contact of the session. */
    public void moveTo(String nextContactId) {
        inOrder(() -> contactId = nextContactId);
    }

    /**
     * True if the participant had not joined.
     *
     * @throws ChatRefused if it is gone: whoever leaves does not come back
     */
    public boolean join(String participantId) {
        return inOrder(() -> {
            requireNotGone(participantId);
            return joined.add(participantId);
        });
    }

    public boolean hasJoined(String participantId) {
        return inOrder(() -> joined.contains(participantId));
    }

    /** The participant is gone, and with it whatever listened for it; it says nothing any more. */
    public void leave(String participantId) {
        inOrder(() -> {
            listeners.values().removeIf(listening -> listening.id().equals(participantId));
            gone.add(participantId);
            return joined.remove(participantId);
        });
    }

    public int present() {
        return inOrder(joined::size);
    }

    /** Hears what is meant for the participant from now on; of a conversation that is over, its last word. */
    public void subscribe(Participant participant, ChatListener listener) {
        inOrder(() -> {
            if (closed) {
                listener.onItem(transcript.get(transcript.size() - 1));
            } else if (!gone.contains(participant.id())) {
                listeners.put(listener, participant);
            }
            return closed;
        });
    }

    public void unsubscribe(ChatListener listener) {
        inOrder(() -> listeners.remove(listener));
    }

    int listening() {
        return inOrder(listeners::size);
    }

    /** The transcript as it stands: items with what is known of their receipts. */
    List<TranscriptEntry> entries() {
        return new TranscriptEntries(inOrder(transcript::snapshot), receipts);
    }

    private ChatItem next(Draft draft) {
        if (closed) {
            throw new ChatRefused(ChatRefused.Reason.ACCESS_DENIED, "Access denied");
        }
        Instant now = clock.instant();
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

    private static boolean hears(Participant listening, Audience audience, ChatItem item) {
        return switch (audience) {
            case EVERY_PARTICIPANT -> true;
            case AUTHOR -> item.isBy(listening.id());
            case CUSTOMER -> listening.role() == ParticipantRole.CUSTOMER;
            case NO_PARTICIPANT -> false;
        };
    }
}
