package org.connectchat.chat.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.Feed;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.ChatItem.Author;
import org.jspecify.annotations.Nullable;

/**
 * The initial message of a chat, as the first item of its transcript, dated at the start (rule P29). The item is made
 * from the contact when it is needed, so it costs nothing at the start of a chat.
 */
public final class InitialMessages {

    private InitialMessages() {}

    /** The item of the chat that a contact belongs to, or null if the chat was started without an initial message. */
    public static @Nullable ChatItem item(Contact contact) {
        ChatMessage message = contact.terms().initialMessage();
        if (message == null) {
            return null;
        }
        String sessionId = contact.sessionId();
        return new ChatItem(
                id(sessionId),
                ChatItem.Type.MESSAGE,
                contact.timeline().chatStartedAt(),
                message.contentType(),
                message.content(),
                Author.of(contact.customer()),
                List.of(),
                null,
                sessionId,
                sessionId);
    }

    /** The conversation of a chat in which only the initial message has been sent. */
    public static Conversation conversation(Contact contact, Feed<ChatItem> published) {
        return new Conversation(contact.id(), item(contact), contact.memory(), published);
    }

    /** The transcript of a chat without a conversation. */
    public static List<TranscriptEntry> transcript(Contact contact) {
        ChatItem initial = item(contact);
        return initial == null ? List.of() : List.of(new TranscriptEntry(initial, List.of()));
    }

    /** Derived from the session, so the id is the same each time and is not stored. */
    private static String id(String sessionId) {
        return UUID.nameUUIDFromBytes(("initial message of " + sessionId).getBytes(UTF_8))
                .toString();
    }
}
