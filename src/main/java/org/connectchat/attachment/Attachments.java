package org.connectchat.attachment;

import static org.connectchat.chat.ChatRefused.Reason.ACCESS_DENIED;
import static org.connectchat.chat.ChatRefused.Reason.ATTACHMENT_UNUSABLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.attachment.Attachment.Owner;
import org.connectchat.attachment.Attachment.Upload;
import org.connectchat.attachment.TransferGrants.Grant;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.chat.transcript.Transcripts;
import org.connectchat.restjson.body.FileBody;
import org.jspecify.annotations.Nullable;

/**
 * The files of chats: announced, uploaded, completed, downloaded. Uncompleted files are deleted when their chat ends,
 * completed ones when it is forgotten, because a later chat that continues it may show them until then.
 */
public final class Attachments {

    private static final int MAX_DOWNLOADS_PER_CHAT = 1_000;

    private final Clock clock;
    private final AttachmentSettings settings;
    private final Contacts contacts;
    private final ChatParticipants participants;
    private final Transcripts transcripts;
    private final IdGenerator ids;
    private final AttachmentFolder folder;
    private final ChatMemory memory;
    private final Map<String, ChatAttachments> bySession = new ConcurrentHashMap<>();
    private final TransferGrants uploads;
    private final TransferGrants downloads;

    Attachments(
            Clock clock,
            AttachmentSettings settings,
            ChatContactService chats,
            Contacts contacts,
            ChatParticipants participants,
            Transcripts transcripts,
            IdGenerator ids,
            AttachmentFolder folder,
            ChatMemory memory) {
        this.memory = memory;
        this.clock = clock;
        this.settings = settings;
        this.contacts = contacts;
        this.participants = participants;
        this.transcripts = transcripts;
        this.ids = ids;
        this.folder = folder;
        this.uploads = new TransferGrants(clock, Math.max(1, settings.maxPerChat()));
        this.downloads = new TransferGrants(clock, MAX_DOWNLOADS_PER_CHAT);
        chats.whenEnded(this::ended);
        chats.whenForgotten(this::forgotten);
    }

    /**
     * Announces a file, once for each client token of a participant.
     *
     * @throws ChatRefused if the chat has as many attachments as it may have, or the memory is full
     */
    public UploadTerms announce(Seat seat, Announcement file, String clientToken) {
        Instant now = clock.instant();
        Upload upload = new Upload(clientToken, ids.handle(), now.plus(settings.uploadUrlLifetime()));
        Attachment fresh = Attachment.announced(
                new AttachmentRef(ids.id(), file.name(), file.contentType()), owner(seat), file.bytes(), upload);
        Contact contact = seat.contact();
        memory.take(contact, fresh.weight());
        boolean added = false;
        try {
            Attachment announced = participants.whileActive(seat, () -> announce(contact, fresh, now));
            added = announced.id().equals(fresh.id());
            return UploadTerms.of(announced);
        } finally {
            if (!added) {
                memory.giveBack(contact, fresh.weight());
            }
        }
    }

    private Attachment announce(Contact contact, Attachment fresh, Instant now) {
        String sessionId = contact.sessionId();
        Attachment announced = bySession
                .computeIfAbsent(sessionId, id -> new ChatAttachments(contact.memory()))
                .announce(fresh, settings.maxPerChat(), now);
        if (announced.id().equals(fresh.id())) {
            Upload upload = fresh.upload();
            uploads.add(new Grant(upload.handle(), sessionId, fresh, upload.until()));
        }
        return announced;
    }

    /**
     * Puts an uploaded file into the chat. A second call with the same client token does nothing.
     *
     * @throws ChatRefused if the participant announced no such file, or its bytes are not uploaded, or it was completed
     *     before
     */
    public void complete(Seat seat, String attachmentId, String clientToken) {
        ChatAttachments attachments = bySession.get(seat.contact().sessionId());
        if (attachments == null) {
            throw ChatAttachments.unknown();
        }
        Attachment before = attachments.complete(attachmentId, owner(seat), clientToken);
        if (!before.isCompleted()) {
            participants.share(seat, before.ref());
        }
    }

    /**
     * Puts a file into the chat in one call: announces, uploads and completes it.
     *
     * @return the id of the attachment
     * @throws ChatRefused if the chat has as many attachments as it may have, or the body has not the announced size
     */
    public String share(Seat seat, Announcement file, InputStream body) throws IOException {
        String token = ids.handle();
        UploadTerms terms = announce(seat, file, token);
        try {
            upload(terms.handle(), file.bytes(), body);
        } catch (TransferRefused refused) {
            throw new ChatRefused(ATTACHMENT_UNUSABLE, refused.error().message());
        }
        complete(seat, terms.attachmentId(), token);
        return terms.attachmentId();
    }

    /**
     * Grants the download of a file that is in the transcript as the participant sees it.
     *
     * @throws ChatRefused if there is no such file, or a bot asks for a file of the customer
     */
    public DownloadTerms grantDownload(Seat seat, String attachmentId, Duration lifetime) {
        Attachment attachment = visible(seat, attachmentId);
        if (seat.participant().role() == ParticipantRole.CUSTOM_BOT
                && attachment.owner().role() == ParticipantRole.CUSTOMER) {
            throw new ChatRefused(ACCESS_DENIED, "A CUSTOM_BOT may not read the attachments of the customer");
        }
        String sessionId = seat.contact().sessionId();
        Grant grant =
                new Grant(ids.handle(), sessionId, attachment, clock.instant().plus(lifetime));
        boolean weighed = memory.takes(seat.contact(), TransferGrants.WEIGHT);
        boolean added = false;
        try {
            added = participants.whileActive(seat, () -> {
                downloads.add(grant, seat.contact().memory(), weighed);
                return true;
            });
        } finally {
            if (weighed && !added) {
                memory.giveBack(seat.contact(), TransferGrants.WEIGHT);
            }
        }
        return new DownloadTerms(grant.handle(), grant.until(), attachment.bytes());
    }

    private Attachment visible(Seat seat, String attachmentId) {
        for (String sessionId : transcripts.sessions(seat.contact())) {
            ChatAttachments attachments = bySession.get(sessionId);
            Attachment attachment = attachments == null ? null : attachments.find(attachmentId);
            if (attachment != null && attachment.isCompleted()) {
                return attachment;
            }
        }
        throw ChatAttachments.unknown();
    }

    /**
     * The file that an upload handle accepts.
     *
     * @throws TransferRefused if the handle is not valid
     */
    Attachment expected(String handle) {
        return good(uploads.find(handle)).attachment();
    }

    /**
     * Stores the bytes of an announced file. The client may repeat the upload until the file is completed.
     *
     * @param announced the Content-Length of the client, negative if there is none
     * @throws TransferRefused if the handle is not valid, or there are not exactly as many bytes as announced
     */
    Attachment upload(String handle, long announced, InputStream body) throws IOException {
        Grant grant = good(uploads.find(handle));
        Attachment attachment = grant.attachment();
        ChatAttachments attachments = bySession.get(grant.sessionId());
        Attachment current = attachments == null ? null : attachments.find(attachment.id());
        if (attachments == null || current == null || current.isCompleted()) {
            throw new TransferRefused(TransferError.ACCESS_DENIED);
        }
        checkLength(attachment, announced);
        // Each upload writes a new file, and the attachment refers to it in one step, when the file is complete. Its
        // name is not made from the seed of ids: a reset repeats those ids while old files are still being deleted.
        Path file = folder.store(UUID.randomUUID().toString(), body, attachment.bytes());
        Attachment before = attachments.receive(attachment.id(), file);
        if (before == null) {
            folder.delete(List.of(file));
            throw new TransferRefused(TransferError.ACCESS_DENIED);
        }
        if (before.file() != null) {
            folder.delete(List.of(before.file()));
        }
        return attachment;
    }

    /** A temporary file for the bytes of an upload that is being received. */
    FileBody incoming(long mostBytes) throws IOException {
        return FileBody.create(folder.fresh(), mostBytes);
    }

    static void checkLength(Attachment attachment, long announced) {
        if (announced >= 0 && announced != attachment.bytes()) {
            throw new TransferRefused(
                    announced > attachment.bytes() ? TransferError.TOO_LARGE : TransferError.TOO_SMALL);
        }
    }

    /**
     * The file that a download handle gives access to.
     *
     * @throws TransferRefused if the handle is not valid
     */
    Attachment download(String handle) {
        return good(downloads.find(handle)).attachment();
    }

    private Grant good(@Nullable Grant grant) {
        if (grant == null || !contacts.isActive(grant.sessionId())) {
            throw new TransferRefused(TransferError.ACCESS_DENIED);
        }
        return grant;
    }

    private static Owner owner(Seat seat) {
        return new Owner(
                seat.contact().sessionId(),
                seat.participant().id(),
                seat.participant().role());
    }

    private void ended(Contact contact) {
        sweep(contact.sessionId());
    }

    private void sweep(String sessionId) {
        uploads.removeAll(sessionId);
        downloads.removeAll(sessionId);
        ChatAttachments attachments = bySession.get(sessionId);
        if (attachments != null) {
            folder.delete(attachments.dropUnfinished());
            if (attachments.isEmpty()) {
                bySession.remove(sessionId, attachments);
            }
        }
    }

    private void forgotten(Contact contact) {
        ChatAttachments attachments = bySession.remove(contact.sessionId());
        if (attachments != null) {
            folder.delete(attachments.dropAll());
        }
    }

    /** The number of chats with attachments plus the number of URLs. */
    public int size() {
        return bySession.size() + uploads.size() + downloads.size();
    }
}
