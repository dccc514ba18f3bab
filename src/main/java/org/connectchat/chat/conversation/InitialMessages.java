package org.connectchat.chat.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.ChatItem.Author;
import org.jspecify.annotations.Nullable;

/**
 * The initial message of a chat as the item with which its transcript begins, dated at the start (rule P29). The item
 * follows from the contact alone, so starting a chat does not pay for it.
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

    /** The transcript of a chat in which nothing else was said or happened. */
    public static List<TranscriptEntry> transcript(Contact contact) {
        ChatItem initial = item(contact);
        return initial == null ? List.of() : List.of(new TranscriptEntry(initial, List.of()));
    }

    /** The id is always the same, so it need not be kept. */
    private static String id(String sessionId) {
        return UUID.nameUUIDFromBytes(("initial message of " + sessionId).getBytes(UTF_8))
                .toString();
    }
}
