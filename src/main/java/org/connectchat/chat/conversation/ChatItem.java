package org.connectchat.chat.conversation;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.ParticipantRole;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a chat: what sockets carry, and what of it stays in the transcript.
 *
 * @param at in milliseconds; never before the item that came before it
 * @param author null for what no participant did
 * @param receipt for {@link Type#MESSAGEMETADATA} alone: whose message was delivered to or read by whom
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

    /** What kind of item; the names are those of the wire. */
    public enum Type {
        MESSAGE,
        EVENT,
        ATTACHMENT,
        MESSAGEMETADATA
    }

    /** Who did it. */
    public record Author(String participantId, String displayName, ParticipantRole role) {

        static Author of(Participant participant) {
            return new Author(participant.id(), participant.displayName(), participant.role());
        }
    }

    /** A file in a chat; its bytes are elsewhere. */
    public record AttachmentRef(String id, String name, String contentType) {}

    /** That a recipient got or read a message. */
    public record Receipt(
            String messageId,
            String recipientId,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt) {

        /** The same receipt, which keeps no second copy of the message's id. */
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

    /** Whether that participant did it. */
    public boolean isBy(String participantId) {
        return author != null && author.participantId().equals(participantId);
    }

    /** Without content or names. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
