package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.conversation.ChatItem.Author;
import org.connectchat.chat.conversation.ChatItem.Receipt;
import org.connectchat.chat.conversation.TranscriptEntry;
import org.jspecify.annotations.Nullable;

/** An item of a transcript. */
@Schema(name = "TranscriptItem", description = "An item of a transcript.")
public record ItemView(
        @Schema(description = "The id of the item", example = "7d0d4f0e-52c6-4a8b-8b7e-6d3a1c0f9e25")
        String id,

        @Schema(description = "What kind of item it is") ChatItem.Type type,

        @Schema(description = "When it was sent", example = "2026-11-22T15:00:00.795Z")
        Instant at,

        @Schema(description = "The contact in which it was sent", example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
        String contactId,

        @Schema(description = "The content type of a message, or of an event", example = "text/plain") @Nullable
        String contentType,

        @Schema(description = "The text of a message", example = "Hello") @Nullable
        String content,

        @Schema(
                description = "The participant that sent it, or that the event is about",
                example = "3c1f5d3e-8f5b-4b43-9f1a-2f6c8f7f0b11")
        @Nullable
        String participantId,

        @Schema(description = "The name of that participant", example = "Ada") @Nullable
        String displayName,

        @Schema(description = "The role of that participant") @Nullable
        ParticipantRole role,

        @Schema(description = "The files of an attachment item")
        List<AttachmentView> attachments,

        @Schema(description = "The participants that received or read the message, with the times")
        List<ReceiptView> receipts) {

    @Schema(name = "Attachment", description = "A file in a transcript.")
    record AttachmentView(
            @Schema(description = "Gets the file with GetAttachment", example = "0b7c1a55-6a2b-4d0c-9d5e-1f2a3b4c5d6e")
            String attachmentId,

            @Schema(description = "The name of the file", example = "opening-hours.txt")
            String name,

            @Schema(description = "The media type of the file", example = "text/plain")
            String contentType) {

        static AttachmentView of(AttachmentRef attachment) {
            return new AttachmentView(attachment.id(), attachment.name(), attachment.contentType());
        }
    }

    @Schema(name = "Receipt", description = "A receipt of a message.")
    record ReceiptView(
            @Schema(
                    description = "The participant that received the message",
                    example = "3c1f5d3e-8f5b-4b43-9f1a-2f6c8f7f0b11")
            String participantId,

            @Schema(
                    description = "When it was delivered; absent if that is not reported",
                    example = "2026-11-22T15:00:00.795Z")
            @Nullable
            Instant deliveredAt,

            @Schema(
                    description = "When it was read; absent if that is not reported",
                    example = "2026-11-22T15:00:00.795Z")
            @Nullable
            Instant readAt) {

        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(receipt.recipientId(), receipt.deliveredAt(), receipt.readAt());
        }
    }

    static ItemView of(TranscriptEntry entry) {
        return of(entry.item(), entry.receipts());
    }

    public static ItemView of(ChatItem item) {
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
