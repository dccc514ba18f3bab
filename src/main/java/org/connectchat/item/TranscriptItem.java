package org.connectchat.item;

import java.util.List;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.ChatItem.Author;
import org.connectchat.chat.conversation.ChatItem.Receipt;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.connectchat.restjson.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * An item as the wire shows it, in transcripts and, with InitialContactId, on sockets.
 *
 * @param contactId of an item of this chat
 * @param relatedContactId of an item of a past chat that this one continues
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_Item.html">Item</a>
 */
public record TranscriptItem(
        String absoluteTime,
        @Nullable String content,
        @Nullable String contentType,
        String id,
        ChatItem.Type type,
        @Nullable String participantId,
        @Nullable String displayName,
        @Nullable String participantRole,
        @Nullable List<AttachmentItem> attachments,
        @Nullable MessageMetadata messageMetadata,
        @Nullable String relatedContactId,
        @Nullable String contactId,
        @Nullable String initialContactId) {

    public record AttachmentItem(String contentType, String attachmentId, String attachmentName, String status) {

        static AttachmentItem of(ChatItem.AttachmentRef attachment) {
            return new AttachmentItem(attachment.contentType(), attachment.id(), attachment.name(), "APPROVED");
        }
    }

    public record MessageMetadata(String messageId, List<ReceiptItem> receipts) {}

    public record ReceiptItem(
            @Nullable String deliveredTimestamp, @Nullable String readTimestamp, String recipientParticipantId) {

        static ReceiptItem of(Receipt receipt) {
            return new ReceiptItem(
                    receipt.deliveredAt() == null ? null : Timestamps.text(receipt.deliveredAt()),
                    receipt.readAt() == null ? null : Timestamps.text(receipt.readAt()),
                    receipt.recipientId());
        }
    }

    /** As a transcript shows it to a participant of a session. */
    public static TranscriptItem of(TranscriptEntry entry, String currentSessionId) {
        ChatItem item = entry.item();
        boolean past = !item.initialContactId().equals(currentSessionId);
        return of(
                item,
                metadata(item.id(), entry.receipts()),
                past ? item.contactId() : null,
                past ? null : item.contactId(),
                null);
    }

    /** As a socket shows it when it happens. */
    public static TranscriptItem live(ChatItem item) {
        Receipt receipt = item.receipt();
        return of(
                item,
                receipt == null ? null : metadata(receipt.messageId(), List.of(receipt)),
                null,
                item.contactId(),
                item.initialContactId());
    }

    private static TranscriptItem of(
            ChatItem item,
            @Nullable MessageMetadata metadata,
            @Nullable String relatedContactId,
            @Nullable String contactId,
            @Nullable String initialContactId) {
        Author author = item.author();
        return new TranscriptItem(
                Timestamps.text(item.at()),
                item.content(),
                item.contentType(),
                item.id(),
                item.type(),
                author == null ? null : author.participantId(),
                author == null ? null : author.displayName(),
                author == null ? null : author.role().name(),
                item.attachments().isEmpty()
                        ? null
                        : item.attachments().stream().map(AttachmentItem::of).toList(),
                metadata,
                relatedContactId,
                contactId,
                initialContactId);
    }

    private static @Nullable MessageMetadata metadata(String messageId, List<Receipt> receipts) {
        return receipts.isEmpty()
                ? null
                : new MessageMetadata(
                        messageId, receipts.stream().map(ReceiptItem::of).toList());
    }
}
