package org.connectchat.control;

import java.time.Instant;
import java.util.List;
import org.connectchat.chat.ChatItem;
import org.connectchat.chat.ChatItem.AttachmentRef;
import org.connectchat.chat.ChatItem.Author;
import org.connectchat.chat.ChatItem.Receipt;
import org.connectchat.chat.ParticipantRole;
import org.connectchat.chat.TranscriptEntry;
import org.jspecify.annotations.Nullable;

/** An item of a transcript. */
record ItemView(
        String id,
        ChatItem.Type type,
        Instant at,
        String contactId,
        @Nullable String contentType,
        @Nullable String content,
        @Nullable String participantId,
        @Nullable String displayName,
        @Nullable ParticipantRole role,
        List<AttachmentView> attachments,
        List<ReceiptView> receipts) {

    record AttachmentView(String attachmentId, String name, String contentType) {

        static AttachmentView of(AttachmentRef attachment) {
            return new AttachmentView(attachment.id(), attachment.name(), attachment.contentType());
        }
    }

    record ReceiptView(
            String participantId,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt) {

        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(receipt.recipientId(), receipt.deliveredAt(), receipt.readAt());
        }
    }

    static ItemView of(TranscriptEntry entry) {
        return of(entry.item(), entry.receipts());
    }

    static ItemView of(ChatItem item) {
        return of(item, List.of());
    }

    private static ItemView of(ChatItem item, List<Receipt> receipts) {
        Author author = item.author();
        return new ItemView(
                item.id(),
                item.type(),
                item.at(),
                item.contactId(),
                item.contentType(),
                item.content(),
                author == null ? null : author.participantId(),
                author == null ? null : author.displayName(),
                author == null ? null : author.role(),
                item.attachments().stream().map(AttachmentView::of).toList(),
                receipts.stream().map(ReceiptView::of).toList());
    }
}
