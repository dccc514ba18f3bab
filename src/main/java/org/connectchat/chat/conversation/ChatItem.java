package org.connectchat.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.event.Audience;
import org.connectchat.chat.event.ChatEvent;
import org.jspecify.annotations.Nullable;

/**
 * A message, an event or a file in a chat: sockets receive it, and the transcript may keep it.
 *
 * @param at in milliseconds; never earlier than the item before it
 * @param author null if no participant is the author
 * @param receipt only for {@link Type#MESSAGEMETADATA}: which recipient received or read which message
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_Item.html">Item</a>
 */
public record ChatItem(
        String id,
        Type type,
        Instant at,
        @Nullable String contentType,
        @Nullable String content,
        @Nullable Author author,
        List<AttachmentRef> attachments,
        @Nullable Receipt receipt,
        String contactId,
        String initialContactId) {

    /** The type of an item; the names are those of the wire. */
    public enum Type {
        MESSAGE,
        EVENT,
        ATTACHMENT,
        MESSAGEMETADATA
    }

    /** The participant who did it. */
    public record Author(String participantId, String displayName, ParticipantRole role) {

        static Author of(Participant participant) {
            return new Author(participant.id(), participant.displayName(), participant.role());
        }
    }

    /** A file in a chat, without its bytes. */
    public record AttachmentRef(String id, String name, String contentType) {}

    /** A recipient has received or read a message. */
    public record Receipt(
            String messageId,
            String recipientId,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt) {

        /** The same receipt, with the id object of the message, to save memory. */
        Receipt of(String sameMessageId) {
            return new Receipt(sameMessageId, recipientId, deliveredAt, readAt);
        }

        Receipt merged(Receipt later) {
            return new Receipt(
                    messageId,
                    recipientId,
                    deliveredAt == null ? later.deliveredAt : deliveredAt,
                    readAt == null ? later.readAt : readAt);
        }
    }

    /** Whether this participant is the author. */
    public boolean isBy(String participantId) {
        return author != null && author.participantId().equals(participantId);
    }

    /** The event that it is, or null. */
    @Nullable
    ChatEvent event() {
        return type == Type.MESSAGE || type == Type.ATTACHMENT ? null : ChatEvent.of(contentType);
    }

    /** Whether a participant who listens receives it. */
    boolean goesTo(Participant listening, Audience audience) {
        return switch (audience) {
            case EVERY_PARTICIPANT -> true;
            case AUTHOR -> isBy(listening.id());
            case CUSTOMER -> listening.role() == ParticipantRole.CUSTOMER;
            case NO_PARTICIPANT -> false;
        };
    }

    /** This message without its content, as its sender gets it back if it is in no transcript (rule F36). */
    public ChatItem withheld() {
        return new ChatItem(id, type, at, contentType, null, author, attachments, receipt, contactId, initialContactId);
    }

    /** Whether this is a message that is in no transcript (rule F36). */
    public boolean isWithheld() {
        return type == Type.MESSAGE && content == null;
    }

    /** Without content or names. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
