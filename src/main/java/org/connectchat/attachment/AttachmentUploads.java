package org.connectchat.attachment;

import static org.connectchat.chat.ChatRefused.Reason.ATTACHMENT_UNUSABLE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.connectchat.attachment.Attachment.Owner;
import org.connectchat.attachment.Attachment.Upload;
import org.connectchat.attachment.TransferGrants.Grant;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.Ids;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.chat.time.Clocks;
import org.connectchat.restjson.body.FileBody;

/** The files of chats that participants announce, upload and complete. */
public final class AttachmentUploads {

    private final Clocks clocks;
    private final AttachmentSettings settings;
    private final Contacts contacts;
    private final ChatParticipants participants;
    private final IdGenerator ids;
    private final AttachmentStore store;
    private final AttachmentFolder folder;
    private final ChatMemory memory;
    private final TransferGrants grants;

    AttachmentUploads(
            Clocks clocks,
            AttachmentSettings settings,
            ChatContactService chats,
            Contacts contacts,
            ChatParticipants participants,
            IdGenerator ids,
            AttachmentStore store,
            ChatMemory memory) {
        this.clocks = clocks;
        this.settings = settings;
        this.contacts = contacts;
        this.participants = participants;
        this.ids = ids;
        this.store = store;
        this.folder = store.folder();
        this.memory = memory;
        this.grants = new TransferGrants(clocks, Math.max(1, settings.maxPerChat()));
        chats.whenEnded(contact -> grants.removeAll(contact.sessionId()));
        chats.whenAllRemoved(grants::clear);
    }

    /**
     * Announces a file, once for each client token of a participant.
     *
     * @throws ChatRefused if the chat has as many attachments as it may have, or the memory is full
     */
    public UploadTerms announce(Seat seat, Announcement file, String clientToken) {
        Instant now = clocks.now(seat.contact().instanceId());
        Ids drawn = ids.of(seat.contact().instanceId());
        Upload upload = new Upload(clientToken, drawn.handle(), now.plus(settings.uploadUrlLifetime()));
        Attachment fresh = Attachment.announced(
                new AttachmentRef(drawn.id(), file.name(), file.contentType()), Owner.of(seat), file.bytes(), upload);
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
        Attachment announced = store.of(contact).announce(fresh, settings.maxPerChat(), now);
        if (announced.id().equals(fresh.id())) {
            Upload upload = fresh.upload();
            grants.add(new Grant(upload.handle(), contact.instanceId(), contact.sessionId(), fresh, upload.until()));
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
        ChatAttachments attachments = store.find(seat.contact().sessionId());
        if (attachments == null) {
            throw ChatAttachments.unknown();
        }
        Attachment before = attachments.complete(attachmentId, Owner.of(seat), clientToken);
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
        String token = ids.of(seat.contact().instanceId()).handle();
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
     * The file that an upload handle accepts.
     *
     * @throws TransferRefused if the handle is not valid
     */
    Attachment expected(String handle) {
        return valid(handle).attachment();
    }

    /**
     * Stores the bytes of an announced file. The client may repeat the upload until the file is completed.
     *
     * @param announced the Content-Length of the client, negative if there is none
     * @throws TransferRefused if the handle is not valid, or there are not exactly as many bytes as announced
     */
    Attachment upload(String handle, long announced, InputStream body) throws IOException {
        Grant grant = valid(handle);
        Attachment attachment = grant.attachment();
        ChatAttachments attachments = store.find(grant.sessionId());
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

    /** The upload URL of an attachment that was saved goes on working. */
    void restore(String instanceId, Attachment saved) {
        Upload upload = saved.upload();
        grants.add(new Grant(upload.handle(), instanceId, saved.owner().sessionId(), saved, upload.until()));
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

    private Grant valid(String handle) {
        Grant grant = grants.find(handle);
        if (grant == null || !contacts.isActive(grant.sessionId())) {
            throw new TransferRefused(TransferError.ACCESS_DENIED);
        }
        return grant;
    }

    /** The number of upload URLs. */
    public int size() {
        return grants.size();
    }
}
