package org.connectchat.attachment;

import java.nio.file.Path;
import java.time.Instant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.memory.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A file that is announced for a chat, uploaded, or in it. It is immutable: each step makes a new one.
 *
 * @param bytes the announced size, which the uploaded file has exactly
 * @param file where its bytes are; null until they are uploaded
 * @param completedWith the client token of the call that completed it; null until then
 */
record Attachment(
        AttachmentRef ref,
        Owner owner,
        long bytes,
        Upload upload,
        @Nullable Path file,
        @Nullable String completedWith) {

    private static final long RECORDS = 1_400;

    /** The participant who announced it. */
    record Owner(String sessionId, String participantId, ParticipantRole role) {

        static Owner of(Seat seat) {
            return new Owner(
                    seat.contact().sessionId(),
                    seat.participant().id(),
                    seat.participant().role());
        }
    }

    /**
     * The upload of its bytes.
     *
     * @param clientToken the client token of the call that announced it
     * @param until the moment from which no upload can begin
     */
    record Upload(String clientToken, String handle, Instant until) {}

    static Attachment announced(AttachmentRef ref, Owner owner, long bytes, Upload upload) {
        return new Attachment(ref, owner, bytes, upload, null, null);
    }

    /** Returns the attachment with its bytes, which replace earlier ones. */
    Attachment received(Path newFile) {
        return new Attachment(ref, owner, bytes, upload, newFile, completedWith);
    }

    Attachment completed(String clientToken) {
        return new Attachment(ref, owner, bytes, upload, file, clientToken);
    }

    /** The approximate memory it takes until its chat is forgotten, with its upload URL and its completion token. */
    long weight() {
        return RECORDS + Weight.of(ref.name()) + Weight.of(ref.contentType()) + Weight.of(upload.clientToken());
    }

    String id() {
        return ref.id();
    }

    boolean isCompleted() {
        return completedWith != null;
    }

    /** Whether it can no longer be uploaded or completed. */
    boolean isAbandoned(Instant now) {
        return file == null && !now.isBefore(upload.until());
    }

    /** Without its name or handle. */
    @Override
    public String toString() {
        return "Attachment[" + ref.id() + "]";
    }
}
