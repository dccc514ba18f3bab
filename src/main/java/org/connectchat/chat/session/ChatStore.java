package org.connectchat.chat.session;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactListener;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.jspecify.annotations.Nullable;

/**
 * Chats in the heap. It finds them by the ids of their contacts, and by the keys of their participants. Only a {@link ChatState}
 * adds to it and removes from it. It is safe under any number of threads, and its methods but {@link #removeAll} return at once.
 */
public final class ChatStore {

    private final ContactListener listener;
    private final Feed<ChatItem> published;
    private final StepGate gate = new StepGate();
    private final Supplier<Generation> current = this::generation;
    private volatile Generation generation = new Generation();

    /**
     * A store without chats.
     *
     * @param listener is told of all contacts
     * @param published gets the items of all conversations
     */
    ChatStore(ContactListener listener, Feed<ChatItem> published) {
        this.listener = listener;
        this.published = published;
    }

    /** A new chat. It can be found as soon as {@link ChatState#open} has registered it. */
    public Chat create(Contact firstContact) {
        return new Chat(firstContact, chat -> new Registered(current, chat, published), gate, listener);
    }

    /** Gets the items of all conversations. */
    Feed<ChatItem> published() {
        return published;
    }

    private Generation generation() {
        return generation;
    }

    /**
     * Removes all chats between two steps of chats, in a time that does not depend on their number. No chat may be added
     * meanwhile. The removed ones end without a trace: those that others hold something for before this returns, each other
     * one before its next step.
     *
     * @param others forgets together with the chats what is kept by their ids
     * @return how many there were
     */
    public int removeAll(Instant now, Runnable others) {
        Generation removed = generation;
        gate.between(() -> {
            removed.remove(now);
            generation = new Generation();
            others.run();
        });
        removed.tied().forEach(chat -> chat.locked(ChatState::contact));
        return removed.chats();
    }

    /** The chat that a contact belongs to, or null. */
    public @Nullable Chat byContact(String contactId) {
        return generation.byContact().get(contactId);
    }

    /**
     * The seat that a key of this kind opens, or null.
     *
     * @param now tells the moment for an instance
     */
    public @Nullable Seat seat(Object key, Grant.Kind kind, Function<String, Instant> now) {
        Generation.Held held = generation.byKey().get(key);
        return held != null
                        && held.grant()
                                .isGood(kind, now.apply(held.chat().contact().instanceId()))
                ? held.chat().seat(held.grant().participantId())
                : null;
    }

    /**
     * All chats, in no order. Chats that are added or removed meanwhile may be included or not. A chat of several contacts is
     * counted by its first one.
     */
    public Collection<Chat> all() {
        return generation.byContact().entrySet().stream()
                .filter(entry -> entry.getKey().equals(entry.getValue().sessionId()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    /** How many contacts there are. */
    public int contacts() {
        return generation.byContact().size();
    }

    /** How many keys there are. */
    public int keys() {
        return generation.byKey().size();
    }
}
