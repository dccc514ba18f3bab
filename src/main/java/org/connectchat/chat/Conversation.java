package org.connectchat.chat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.connectchat.chat.ChatItem.Receipt;
import org.connectchat.chat.event.Audience;
import org.connectchat.chat.event.ChatEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is said in one chat, whichever contact of its session it is in: an append-only log and those who listen to it. One
 * lock puts everything in one order, so that every listener and the transcript see the same one; under it nobody waits for
 * anything but memory. {@link ChatEvent} says which events a listener hears and which the log keeps.
 */
final class Conversation {

    private static final int REMEMBERED_CLIENT_TOKENS = 1_000;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<ChatItem> transcript = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Map<String, Receipt>> receipts = new HashMap<>();
    private final Map<ChatListener, Participant> listeners = new LinkedHashMap<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, ChatItem> byClientToken = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ChatItem> eldest) {
            return size() > REMEMBERED_CLIENT_TOKENS;
        }
    };
    private String contactId;
    private Instant last = Instant.MIN;
    private boolean closed;

    Conversation(Clock clock, String contactId) {
        this.clock = clock;
        this.contactId = contactId;
    }

    /** Makes an item of the moment and the contact in which it is added. */
    interface Draft {
        ChatItem at(Instant moment, String contactId);
    }

    /** Runs something that no other change of the conversation comes between. */
    <T> T inOrder(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    /** Records the item with which the chat starts, at the moment of the start and before anyone listens (rule P29). */
    void open(Instant start, Draft draft) {
        inOrder(() -> {
            last = start;
            ChatItem item = draft.at(start, contactId);
            keep(item);
            return item;
        });
    }

    /** Keeps an item in the transcript unless it is of a passing kind, and tells the listeners whom it is meant for. */
    ChatItem publish(Draft draft) {
        return inOrder(() -> {
            ChatItem item = next(draft);
            ChatEvent event = event(item);
            if (event == null || event.isKept()) {
                keep(item);
            }
            Audience audience = event == null ? Audience.EVERY_PARTICIPANT : event.audience();
            listeners.forEach((listener, participant) -> {
                if (hears(participant, audience, item)) {
                    listener.hear(item);
                }
            });
            return item;
        });
    }

    /** Like {@link #publish}, once for each client token of a participant. */
    ChatItem publishOnce(@Nullable String participantAndToken, Draft draft) {
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

    /**
     * Adds what a recipient did to what is known of a message; returns null if the message is not of this contact, or is
     * the recipient's own.
     */
    @Nullable
    Receipt receive(Receipt receipt) {
        return inOrder(() -> {
            Integer position = positions.get(receipt.messageId());
            if (position == null || transcript.get(position).isBy(receipt.recipientId())) {
                return null;
            }
            return receipts.computeIfAbsent(receipt.messageId(), id -> new LinkedHashMap<>())
                    .merge(receipt.recipientId(), receipt, Receipt::merged);
        });
    }

    /** Says the last words, if nobody has yet; afterwards nothing can be said. */
    void close(Supplier<List<Draft>> lastWords) {
        inOrder(() -> {
            if (!closed) {
                lastWords.get().forEach(this::publish);
                closed = true;
            }
            return closed;
        });
    }

    boolean isClosed() {
        return inOrder(() -> closed);
    }

    /** From now on everything is said in another contact of the session. */
    void moveTo(String nextContactId) {
        inOrder(() -> contactId = nextContactId);
    }

    /**
     * True if the participant had not joined.
     *
     * @throws ChatRefused if it is gone: whoever leaves does not come back
     */
    boolean join(String participantId) {
        return inOrder(() -> {
            requireNotGone(participantId);
            return joined.add(participantId);
        });
    }

    boolean hasJoined(String participantId) {
        return inOrder(() -> joined.contains(participantId));
    }

    /** The participant is gone, and with it whatever listened for it; it says nothing any more. */
    void leave(String participantId) {
        inOrder(() -> {
            listeners.values().removeIf(listening -> listening.id().equals(participantId));
            gone.add(participantId);
            return joined.remove(participantId);
        });
    }

    int present() {
        return inOrder(joined::size);
    }

    /** Hears what is meant for the participant from now on; of a conversation that is over, its last word. */
    void listen(Participant participant, ChatListener listener) {
        inOrder(() -> {
            if (closed) {
                listener.hear(transcript.get(transcript.size() - 1));
            } else if (!gone.contains(participant.id())) {
                listeners.put(listener, participant);
            }
            return closed;
        });
    }

    void ignore(ChatListener listener) {
        inOrder(() -> listeners.remove(listener));
    }

    int listening() {
        return inOrder(listeners::size);
    }

    /** The transcript as it stands: items with what is known of their receipts. */
    List<TranscriptEntry> entries() {
        return inOrder(() -> transcript.stream()
                .map(item -> new TranscriptEntry(
                        item,
                        List.copyOf(receipts.getOrDefault(item.id(), Map.of()).values())))
                .toList());
    }

    private ChatItem next(Draft draft) {
        if (closed) {
            throw new ChatRefused(ChatRefused.Reason.ACCESS_DENIED, "Access denied");
        }
        Instant now = Timeline.now(clock);
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
