package org.connectchat.attachment;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.jspecify.annotations.Nullable;

/**
 * The attachments of all chats and their files. Uncompleted files are deleted when their chat ends, completed ones when
 * it is forgotten, because a later chat that continues it may show them until then.
 */
public final class AttachmentStore {

    private final AttachmentFolder folder;
    private final Map<String, ChatAttachments> bySession = new ConcurrentHashMap<>();

    AttachmentStore(AttachmentFolder folder, ChatContactService chats) {
        this.folder = folder;
        chats.whenEnded(this::ended);
        chats.whenForgotten(this::forgotten);
        chats.whenAllRemoved(this::allForgotten);
    }

    AttachmentFolder folder() {
        return folder;
    }

    /** The attachments of a chat that is active; the caller holds the lock of the chat. */
    ChatAttachments of(Contact contact) {
        return bySession.computeIfAbsent(contact.sessionId(), id -> new ChatAttachments(contact.memory()));
    }

    /** The attachments of a chat, or null if it has none. */
    @Nullable
    ChatAttachments find(String sessionId) {
        return bySession.get(sessionId);
    }

    /** An attachment of a chat, or null if the chat has no such attachment. */
    @Nullable
    Attachment find(String sessionId, String attachmentId) {
        ChatAttachments attachments = find(sessionId);
        return attachments == null ? null : attachments.find(attachmentId);
    }

    /** The files that participants have put into a chat, in the order in which they were announced. */
    public List<AttachmentRef> completed(String sessionId) {
        ChatAttachments attachments = find(sessionId);
        return attachments == null ? List.of() : attachments.completed();
    }

    private void ended(Contact contact) {
        ChatAttachments attachments = find(contact.sessionId());
        if (attachments != null) {
            folder.delete(attachments.dropUnfinished());
            if (attachments.isEmpty()) {
                bySession.remove(contact.sessionId(), attachments);
            }
        }
    }

    private void forgotten(Contact contact) {
        ChatAttachments attachments = bySession.remove(contact.sessionId());
        if (attachments != null) {
            folder.delete(attachments.dropAll());
        }
    }

    private void allForgotten() {
        bySession.values().removeIf(attachments -> {
            folder.delete(attachments.dropAll());
            return true;
        });
    }

    /** The attachments of all chats. */
    List<Attachment> all() {
        return bySession.values().stream()
                .flatMap(attachments -> attachments.all().stream())
                .toList();
    }

    /** The number of chats with attachments. */
    public int size() {
        return bySession.size();
    }
}
