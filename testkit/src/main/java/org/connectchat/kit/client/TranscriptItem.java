package org.connectchat.kit.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An item of a transcript; what does not apply to its type is null. */
public record TranscriptItem(
        String id,
        Type type,
        Instant at,
        String contactId,
        @Nullable String contentType,
        @Nullable String content,
        @Nullable String participantId,
        @Nullable Role role,
        @Nullable String displayName,
        @Nullable List<Attachment> attachments,
        @Nullable List<Receipt> receipts) {

    /** What kind of item it is. */
    public enum Type {
        MESSAGE,
        EVENT,
        ATTACHMENT,
        MESSAGEMETADATA
    }

    /** A file. */
    public record Attachment(String attachmentId, String name, String contentType) {}

    /** When a participant received and read a message; null if that is not reported. */
    public record Receipt(
            String participantId,
            @Nullable Instant deliveredAt,
            @Nullable Instant readAt) {}
}
