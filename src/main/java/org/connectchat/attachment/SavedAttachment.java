package org.connectchat.attachment;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import org.connectchat.attachment.Attachment.Owner;
import org.connectchat.attachment.Attachment.Upload;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.jspecify.annotations.Nullable;

/**
 * An attachment as it is saved.
 *
 * @param participantId the participant who announced it
 * @param bytes the announced size, which the content has exactly
 * @param clientToken the client token of the call that announced it
 * @param handle names its upload URL, which goes on working
 * @param until the moment from which no upload can begin
 * @param content null until it is uploaded
 * @param completedWith the client token of the call that completed it; null until then
 */
public record SavedAttachment(
        String sessionId,
        AttachmentRef ref,
        String participantId,
        ParticipantRole role,
        long bytes,
        String clientToken,
        String handle,
        Instant until,
        @Nullable Content content,
        @Nullable String completedWith) {

    private static final int MAX_NAME = 256;

    static SavedAttachment of(Attachment attachment, @Nullable Content content) {
        Owner owner = attachment.owner();
        Upload upload = attachment.upload();
        return new SavedAttachment(
                owner.sessionId(),
                attachment.ref(),
                owner.participantId(),
                owner.role(),
                attachment.bytes(),
                upload.clientToken(),
                upload.handle(),
                upload.until(),
                content,
                attachment.completedWith());
    }

    /**
     * The attachment that was saved.
     *
     * @throws StateRefused if its parts do not fit
     */
    Attachment attachment() {
        StateRefused.unless(
                !ref.name().isEmpty() && ref.name().length() <= MAX_NAME,
                "ref.name",
                "must have 1 to " + MAX_NAME + " characters");
        StateRefused.unless(
                AttachmentContentType.isMediaType(ref.contentType()), "ref.contentType", "must be a media type");
        StateRefused.unless(
                content == null || content.size() == bytes,
                "content",
                "must have as many bytes as the member bytes says");
        StateRefused.unless(
                content != null || completedWith == null, "content", "is required of an attachment that is completed");
        return new Attachment(
                ref,
                new Owner(sessionId, participantId, role),
                bytes,
                new Upload(clientToken, handle, until),
                content == null ? null : content.file(),
                completedWith);
    }

    /** The bytes of a file that is saved or loaded. They are never in memory as a whole. */
    public static final class Content {

        private final @Nullable InputStream stream;
        private final @Nullable Path file;
        private final long size;

        private Content(@Nullable InputStream stream, @Nullable Path file, long size) {
            this.stream = stream;
            this.file = file;
            this.size = size;
        }

        /** Bytes to be saved, which are read once. */
        static Content reading(InputStream stream, long size) {
            return new Content(stream, null, size);
        }

        /** Bytes that were loaded. */
        static Content stored(Path file, long size) {
            return new Content(null, file, size);
        }

        /** The bytes to be saved. */
        public InputStream stream() {
            if (stream == null) {
                throw new IllegalStateException("The bytes were loaded, not saved");
            }
            return stream;
        }

        /** How many bytes there are. */
        public long size() {
            return size;
        }

        /** Where the bytes are that were loaded. */
        Path file() {
            if (file == null) {
                throw new IllegalStateException("The bytes are saved, not loaded");
            }
            return file;
        }
    }

    /** Without its name, its tokens or its handle. */
    @Override
    public String toString() {
        return "SavedAttachment[" + ref.id() + "]";
    }
}
