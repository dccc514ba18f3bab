package org.connectchat.attachment;

import static org.connectchat.chat.ChatRefused.Reason.ATTACHMENT_COMPLETED_ALREADY;
import static org.connectchat.chat.ChatRefused.Reason.ATTACHMENT_QUOTA_REACHED;
import static org.connectchat.chat.ChatRefused.Reason.ATTACHMENT_UNUSABLE;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/** The attachments of one chat. Each step runs under its lock, in memory only. */
final class ChatAttachments {

    private final MemoryAccount memory;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Attachment> byId = new LinkedHashMap<>();

    /**
     * Starts without attachments.
     *
     * @param memory the account that gets back the memory of each attachment
     */
    ChatAttachments(MemoryAccount memory) {
        this.memory = memory;
    }

    /**
     * Adds an attachment, or returns the one that the participant announced with the same client token.
     *
     * @throws ChatRefused if the chat has as many as it may have
     */
    Attachment announce(Attachment fresh, int maximum, Instant now) {
        return locked(() -> {
            Attachment known = announcedLike(fresh, now);
            if (known != null) {
                return known;
            }
            if (byId.size() >= maximum) {
                remove(attachment -> attachment.isAbandoned(now));
            }
            if (byId.size() >= maximum) {
                throw new ChatRefused(
                        ATTACHMENT_QUOTA_REACHED, "This chat has all of the " + maximum + " attachments it may have");
            }
            byId.put(fresh.id(), fresh);
            return fresh;
        });
    }

    private @Nullable Attachment announcedLike(Attachment fresh, Instant now) {
        for (Attachment attachment : byId.values()) {
            if (!attachment.isAbandoned(now)
                    && attachment.owner().equals(fresh.owner())
                    && attachment.upload().clientToken().equals(fresh.upload().clientToken())) {
                return attachment;
            }
        }
        return null;
    }

    @Nullable
    Attachment find(String id) {
        return locked(() -> byId.get(id));
    }

    /** The files of the attachments that are completed. */
    List<AttachmentRef> completed() {
        return locked(() -> byId.values().stream()
                .filter(Attachment::isCompleted)
                .map(Attachment::ref)
                .toList());
    }

    /**
     * Sets the file of an attachment that is not completed; returns the attachment before, or null if it is too late.
     */
    @Nullable
    Attachment receive(String id, Path file) {
        return locked(() -> {
            Attachment before = byId.get(id);
            if (before == null || before.isCompleted()) {
                return null;
            }
            byId.put(id, before.received(file));
            return before;
        });
    }

    /**
     * Completes an uploaded attachment. A second call with the same client token changes nothing.
     *
     * @return the attachment before
     * @throws ChatRefused if the participant announced no such attachment, or it is not uploaded, or it is completed
     */
    Attachment complete(String id, Attachment.Owner owner, String clientToken) {
        return locked(() -> {
            Attachment before = byId.get(id);
            if (before == null || !before.owner().equals(owner)) {
                throw unknown();
            }
            if (before.file() == null) {
                throw new ChatRefused(
                        ATTACHMENT_UNUSABLE,
                        "Attachment " + id + " has not been uploaded; put its bytes to the upload URL first");
            }
            if (!before.isCompleted()) {
                byId.put(id, before.completed(clientToken));
            } else if (!clientToken.equals(before.completedWith())) {
                throw new ChatRefused(ATTACHMENT_COMPLETED_ALREADY, "Attachment " + id + " is completed already");
            }
            return before;
        });
    }

    /** All attachments, in the order in which they were announced. */
    List<Attachment> all() {
        return locked(() -> List.copyOf(byId.values()));
    }

    /** Takes over an attachment that was saved. */
    void restore(Attachment saved) {
        locked(() -> byId.put(saved.id(), saved));
    }

    /** Forgets the attachments that are not completed; returns their files. */
    List<Path> dropUnfinished() {
        return drop(attachment -> !attachment.isCompleted());
    }

    /** Forgets all attachments; returns their files. */
    List<Path> dropAll() {
        return drop(attachment -> true);
    }

    private List<Path> drop(Predicate<Attachment> which) {
        return locked(() -> {
            List<Path> files = new ArrayList<>();
            for (Attachment attachment : byId.values()) {
                if (which.test(attachment) && attachment.file() != null) {
                    files.add(attachment.file());
                }
            }
            remove(which);
            return files;
        });
    }

    private void remove(Predicate<Attachment> which) {
        byId.values().removeIf(attachment -> {
            boolean goes = which.test(attachment);
            if (goes) {
                memory.giveBack(attachment.weight());
            }
            return goes;
        });
    }

    boolean isEmpty() {
        return locked(byId::isEmpty);
    }

    /** The same refusal for an unknown id and for the id of another chat, so that a caller cannot tell them apart. */
    static ChatRefused unknown() {
        return new ChatRefused(ATTACHMENT_UNUSABLE, "This chat has no attachment of the AttachmentId that was given");
    }

    private <T extends @Nullable Object> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
