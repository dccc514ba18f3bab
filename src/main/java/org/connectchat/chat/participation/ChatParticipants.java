package org.connectchat.chat.participation;

import static org.connectchat.chat.ChatRefused.Reason.TOO_MANY_FOR_RECEIPTS;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.conversation.ChatItem.Receipt;
import org.connectchat.chat.conversation.ChatItemFactory;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.time.Clocks;
import org.jspecify.annotations.Nullable;

/** Sends the messages, events and receipts of participants. */
public final class ChatParticipants {

    private final Clocks clocks;
    private final OpenChats chats;
    private final ChatMemory memory;
    private final ChatTimers timers;
    private final ChatPresence presence;
    private final ChatItemFactory items;

    ChatParticipants(
            Clocks clocks,
            OpenChats chats,
            ChatMemory memory,
            ChatTimers timers,
            ChatPresence presence,
            ChatItemFactory items) {
        this.clocks = clocks;
        this.chats = chats;
        this.memory = memory;
        this.timers = timers;
        this.presence = presence;
        this.items = items;
    }

    /**
     * Sends a message once for each client token; returns the item in the transcript. If the message is meant for the flow
     * alone, there is none, and the item that is returned {@link ChatItem#isWithheld() is withheld}.
     *
     * @throws ChatRefused if the chat has ended, or the memory is full
     */
    public ChatItem send(Seat seat, ChatMessage message, @Nullable String clientToken) {
        Chat chat = chats.of(seat);
        String key = clientToken == null || clientToken.isEmpty()
                ? null
                : seat.participant().id() + " " + clientToken;
        ChatItem known = key == null
                ? null
                : chat.locked(state -> {
                    state.active();
                    return state.conversation().sentWith(key);
                });
        long weight = known == null ? ContactWeight.message(message, key) : 0;
        Conversation.Draft draft = items.message(seat, message.contentType(), message.content());
        return weighing(chat, weight, state -> {
            Conversation conversation = state.conversation();
            ChatItem before = known == null && key != null ? conversation.sentWith(key) : known;
            if (known == null && before != null) {
                chat.memory().giveBack(weight); // another thread sent the same message
            }
            ChatItem item = before == null ? sendNew(state, seat, message, key, draft) : before;
            timers.spoke(chat, state, seat.participant());
            return item;
        });
    }

    private ChatItem sendNew(
            ChatState state, Seat seat, ChatMessage message, @Nullable String key, Conversation.Draft draft) {
        Conversation conversation = state.conversation();
        if (FlowNotices.hides(state, seat.participant(), message)) {
            ChatItem hidden =
                    conversation.withhold(key, draft, clocks.now(seat.contact().instanceId()));
            FlowNotices.sent(state, seat.participant(), hidden);
            state.contact().memory().giveBack(ContactWeight.message(message, null));
            return hidden.withheld();
        }
        ChatItem item =
                conversation.publishOnce(key, draft, clocks.now(seat.contact().instanceId()));
        FlowNotices.sent(state, seat.participant(), item);
        return item;
    }

    /** Takes the memory before the lock, and gives it back if the step fails. */
    private ChatItem weighing(Chat chat, long weight, Function<ChatState, ChatItem> step) {
        if (!chat.contact().isActive()) {
            throw OpenChats.denied();
        }
        memory.take(chat.contact(), weight);
        boolean done = false;
        try {
            ChatItem item = chat.locked(state -> {
                state.active();
                return step.apply(state);
            });
            done = true;
            return item;
        } finally {
            if (!done) {
                chat.memory().giveBack(weight);
            }
        }
    }

    /** Adds a file to the transcript. */
    public ChatItem share(Seat seat, AttachmentRef attachment) {
        Chat chat = chats.of(seat);
        Conversation.Draft draft = items.attachment(seat, attachment);
        return weighing(chat, ContactWeight.ITEM, state -> {
            ChatItem item = state.conversation()
                    .publish(draft, clocks.now(seat.contact().instanceId()));
            FlowNotices.sent(state, seat.participant(), item);
            timers.spoke(chat, state, seat.participant());
            return item;
        });
    }

    /** Sends an event of the participant to its {@link org.connectchat.chat.event.Audience}. */
    public ChatItem announce(Seat seat, ChatEvent event) {
        Conversation.Draft draft = items.event(seat.contact(), seat.participant(), event);
        return weighing(
                chats.of(seat),
                event.isKept() ? ContactWeight.ITEM : 0,
                state -> state.conversation()
                        .publish(draft, clocks.now(seat.contact().instanceId())));
    }

    /** The legacy acknowledgement: connects a participant other than the customer, at most once. */
    public ChatItem acknowledge(Seat seat) {
        if (seat.participant().role() != ParticipantRole.CUSTOMER) {
            presence.connect(seat);
        }
        return items.event(seat.contact(), seat.participant(), ChatEvent.CONNECTION_ACKNOWLEDGED)
                .at(clocks.now(seat.contact().instanceId()), seat.contact().id());
    }

    /**
     * Tells all participants that this one received or read a message. A receipt for a message of another contact, or
     * for its own message, is ignored.
     *
     * @throws ChatRefused if more than two participants are connected, or the memory is full
     */
    public ChatItem receipt(Seat seat, String messageId, boolean read) {
        Instant now = clocks.now(seat.contact().instanceId());
        Receipt receipt = new Receipt(messageId, seat.participant().id(), now, read ? now : null);
        Chat chat = chats.of(seat);
        return weighing(chat, ContactWeight.RECEIPT, state -> {
            Conversation conversation = state.conversation();
            if (conversation.present() > 2) {
                throw new ChatRefused(
                        TOO_MANY_FOR_RECEIPTS, "Receipts are not supported with more than two active participants");
            }
            boolean repeated = conversation.hasReceipt(receipt);
            Receipt known = conversation.receive(receipt);
            if (repeated || known == null) {
                chat.memory().giveBack(ContactWeight.RECEIPT);
            }
            Conversation.Draft draft = items.receipt(seat.contact(), known == null ? receipt : known);
            return known == null ? draft.at(now, seat.contact().id()) : conversation.publish(draft, now);
        });
    }

    /**
     * Runs a step during which the chat cannot end; the step must not do I/O.
     *
     * @throws ChatRefused if the chat has ended
     */
    public <T> T whileActive(Seat seat, Supplier<T> step) {
        return chats.of(seat).locked(state -> {
            state.active();
            return step.get();
        });
    }
}
