package org.connectchat.attachment;

import static org.connectchat.chat.ChatRefused.Reason.ACCESS_DENIED;

import java.time.Duration;
import org.connectchat.attachment.TransferGrants.Grant;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.chat.time.Clocks;
import org.connectchat.chat.transcript.Transcripts;

/** The downloads of completed files, each by a URL that expires. */
public final class AttachmentDownloads {

    private static final int MAX_GRANTS_PER_CHAT = 1_000;

    private final Clocks clocks;
    private final Contacts contacts;
    private final ChatParticipants participants;
    private final Transcripts transcripts;
    private final IdGenerator ids;
    private final AttachmentStore store;
    private final ChatMemory memory;
    private final TransferGrants grants;

    AttachmentDownloads(
            Clocks clocks,
            ChatContactService chats,
            Contacts contacts,
            ChatParticipants participants,
            Transcripts transcripts,
            IdGenerator ids,
            AttachmentStore store,
            ChatMemory memory) {
        this.clocks = clocks;
        this.contacts = contacts;
        this.participants = participants;
        this.transcripts = transcripts;
        this.ids = ids;
        this.store = store;
        this.memory = memory;
        this.grants = new TransferGrants(clocks, MAX_GRANTS_PER_CHAT);
        chats.whenEnded(contact -> grants.removeAll(contact.sessionId()));
        chats.whenAllRemoved(grants::clear);
    }

    /**
     * Grants the download of a file that is in the transcript as the participant sees it.
     *
     * @throws ChatRefused if there is no such file, or a bot asks for a file of the customer
     */
    public DownloadTerms grant(Seat seat, String attachmentId, Duration lifetime) {
        Attachment attachment = visible(seat, attachmentId);
        if (seat.participant().role() == ParticipantRole.CUSTOM_BOT
                && attachment.owner().role() == ParticipantRole.CUSTOMER) {
            throw new ChatRefused(ACCESS_DENIED, "A CUSTOM_BOT may not read the attachments of the customer");
        }
        String instanceId = seat.contact().instanceId();
        String sessionId = seat.contact().sessionId();
        String handle = ids.of(instanceId).handle();
        Grant grant = new Grant(
                handle,
                instanceId,
                sessionId,
                attachment,
                clocks.now(instanceId).plus(lifetime));
        boolean weighed = memory.takes(seat.contact(), TransferGrants.WEIGHT);
        boolean added = false;
        try {
            added = participants.whileActive(seat, () -> {
                grants.add(grant, seat.contact().memory(), weighed);
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
            Attachment attachment = store.find(sessionId, attachmentId);
            if (attachment != null && attachment.isCompleted()) {
                return attachment;
            }
        }
        throw ChatAttachments.unknown();
    }

    /**
     * The file that a download handle gives access to.
     *
     * @throws TransferRefused if the handle is not valid
     */
    Attachment find(String handle) {
        Grant grant = grants.find(handle);
        if (grant == null || !contacts.isActive(grant.sessionId())) {
            throw new TransferRefused(TransferError.ACCESS_DENIED);
        }
        return grant.attachment();
    }

    /** The number of download URLs. */
    public int size() {
        return grants.size();
    }
}
