package org.connectchat.chat.lifecycle;

import java.util.List;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.conversation.ItemStream;
import org.connectchat.chat.conversation.ItemStreamOpener;
import org.connectchat.chat.conversation.ItemStreams;
import org.connectchat.chat.conversation.SavedStream;
import org.connectchat.chat.conversation.Visibility;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.session.ChatStore;
import org.jspecify.annotations.Nullable;

/** Starts and stops the message streamings of chats (rules S6 to S11). */
public final class ContactStreamings {

    private final ChatStore chats;
    private final ChatMemory memory;
    private final IdGenerator ids;
    private final ItemStreamOpener opener;

    ContactStreamings(ChatStore chats, ChatMemory memory, IdGenerator ids, ItemStreamOpener opener) {
        this.chats = chats;
        this.memory = memory;
        this.ids = ids;
        this.opener = opener;
    }

    /**
     * Starts a streaming, or returns the one that this client token started before. It begins with the next item.
     *
     * @param clientToken null for none
     * @return the StreamingId
     * @throws ChatRefused if the instance has no such contact, its chat has ended or has two streamings, or the memory
     *     is full
     */
    public String start(String instanceId, String contactId, String topicArn, @Nullable String clientToken) {
        Chat chat = KnownChat.of(chats, instanceId, contactId);
        long weight = ContactWeight.streaming(topicArn, clientToken);
        take(chat, weight);
        ItemStream opened = open(chat.contact(), topicArn);
        ItemStream begun = null;
        try {
            begun = chat.locked(state -> {
                ItemStream known = clientToken == null ? null : begunWith(state, clientToken);
                return known == null ? begin(state, clientToken, weight, opened) : known;
            });
            return begun.id();
        } finally {
            if (!opened.equals(begun)) {
                opened.discard();
                chat.memory().giveBack(weight);
            }
        }
    }

    /** Full memory is a quota here, as the operation has no error for too much load (rule S6). */
    private void take(Chat chat, long weight) {
        try {
            memory.take(chat.contact(), weight);
        } catch (ChatRefused full) {
            throw new ChatRefused(Reason.STREAMING_QUOTA_REACHED, full.message());
        }
    }

    private static @Nullable ItemStream begunWith(ChatState state, String clientToken) {
        ItemStreams streams = started(state);
        return streams == null ? null : streams.begunWith(clientToken);
    }

    private static @Nullable ItemStreams started(ChatState state) {
        Conversation conversation = state.startedConversation();
        return conversation == null ? null : conversation.startedStreams();
    }

    private static ItemStream begin(ChatState state, @Nullable String clientToken, long weight, ItemStream stream) {
        Contact contact = state.contact();
        if (!contact.isActive()) {
            throw new ChatRefused(Reason.STREAMING_TOO_LATE, "The chat of contact " + contact.id() + " has ended");
        }
        ItemStreams streams = state.streams();
        if (!streams.hasPlace()) {
            throw new ChatRefused(
                    Reason.STREAMING_QUOTA_REACHED,
                    "Contact " + contact.id() + " is streamed to " + ItemStreams.MAX_ACTIVE + " topics already");
        }
        return streams.begin(clientToken, weight, stream);
    }

    /** Whether messages can be streamed to a topic. */
    boolean knows(String topicArn) {
        return opener.knows(topicArn);
    }

    /** Opens the streamings of a loaded chat again, under its lock. */
    void resume(ChatState state, List<SavedStream> saved) {
        for (SavedStream each : saved) {
            state.streams().restore(each, opener.reopen(each, state.contact()));
        }
    }

    /** Opens a streaming; {@link #startWith} starts that of a new chat (rule S4). */
    ItemStream open(Contact contact, String topicArn) {
        return opener.open(ids.of(contact.instanceId()).id(), contact, topicArn);
    }

    /**
     * Starts the streaming of a new chat under its lock. It begins with the initial message.
     *
     * @param weight the memory that was taken for it
     */
    static void startWith(ChatState state, ItemStream stream, long weight) {
        state.transcript().forEach(entry -> stream.onItem(entry.item(), Visibility.ALL));
        state.streams().begin(null, weight, stream);
    }

    /**
     * Stops a streaming; one that was stopped before, or ended with its chat, stays as it is.
     *
     * @throws ChatRefused if the instance has no such contact, or the contact no such streaming
     */
    public void stop(String instanceId, String contactId, String streamingId) {
        boolean stopped = KnownChat.of(chats, instanceId, contactId).locked(state -> {
            ItemStreams streams = started(state);
            return streams != null && streams.stop(streamingId);
        });
        if (!stopped) {
            throw new ChatRefused(
                    Reason.STREAMING_UNKNOWN, "Streaming " + streamingId + " was not found for contact " + contactId);
        }
    }

    /**
     * The streamings of the chat that a contact belongs to: those that were stopped last, then those that go on.
     *
     * @throws ChatRefused if there is no such contact
     */
    public List<ItemStream> of(String contactId) {
        Chat chat = chats.byContact(contactId);
        if (chat == null) {
            throw new ChatRefused(Reason.CONTACT_UNKNOWN, "Contact " + contactId + " was not found");
        }
        return chat.locked(state -> {
            ItemStreams streams = started(state);
            return streams == null ? List.of() : streams.all();
        });
    }
}
