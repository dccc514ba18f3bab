package org.connectchat.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.connectchat.chat.ChatRefused.Reason.ATTACHMENT_COMPLETED_ALREADY;
import static org.connectchat.chat.ChatRefused.Reason.ATTACHMENT_QUOTA_REACHED;
import static org.connectchat.chat.ChatRefused.Reason.ATTACHMENT_UNUSABLE;

import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.connectchat.attachment.Attachment.Owner;
import org.connectchat.attachment.Attachment.Upload;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.memory.MemoryAccount;
import org.connectchat.chat.memory.MemoryBudget;
import org.junit.jupiter.api.Test;

class ChatAttachmentsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Owner ADA = new Owner("chat", "ada", ParticipantRole.CUSTOMER);
    private static final Owner BOT = new Owner("chat", "bot", ParticipantRole.CUSTOM_BOT);
    private static final Path FILE = Path.of("file");

    private final ChatAttachments attachments = new ChatAttachments(new MemoryAccount(new MemoryBudget(1L << 20)));

    @Test
    void aClientTokenAnnouncesOnceForEachParticipant() {
        Attachment first = attachments.announce(file("1", ADA, "t"), 9, NOW);

        assertThat(attachments.announce(file("2", ADA, "t"), 9, NOW)).isSameAs(first);
        assertThat(attachments.announce(file("3", ADA, "u"), 9, NOW).id()).isEqualTo("3");
        assertThat(attachments.announce(file("4", BOT, "t"), 9, NOW).id()).isEqualTo("4");
        assertThat(attachments.find("2")).isNull();
    }

    @Test
    void anUploadThatNeverCameCountsForNothing() {
        attachments.announce(file("1", ADA, "t"), 1, NOW);
        Instant later = NOW.plusSeconds(60);

        assertThat(attachments.announce(file("2", ADA, "t"), 1, later).id()).isEqualTo("2");
        assertThat(attachments.find("1")).isNull();
    }

    @Test
    void everythingElseCountsTowardsTheQuota() {
        attachments.announce(file("1", ADA, "1"), 2, NOW);
        attachments.announce(file("2", ADA, "2"), 2, NOW);
        attachments.receive("1", FILE);

        refused(ATTACHMENT_QUOTA_REACHED, all -> all.announce(file("3", ADA, "3"), 2, NOW.plusSeconds(59)));

        assertThat(attachments.announce(file("2", ADA, "2"), 2, NOW).id()).isEqualTo("2");
    }

    @Test
    void completionNeedsTheFileAndItsOwner() {
        attachments.announce(file("1", ADA, "t"), 9, NOW);

        refused(ATTACHMENT_UNUSABLE, all -> all.complete("1", ADA, "c"));
        attachments.receive("1", FILE);
        refused(ATTACHMENT_UNUSABLE, all -> all.complete("1", BOT, "c"));
        refused(ATTACHMENT_UNUSABLE, all -> all.complete("2", ADA, "c"));

        assertThat(attachments.complete("1", ADA, "c").isCompleted()).isFalse();
        assertThat(attachments.complete("1", ADA, "c").isCompleted()).isTrue();
        refused(ATTACHMENT_COMPLETED_ALREADY, all -> all.complete("1", ADA, "d"));
    }

    @Test
    void aFileMayBeReplacedUntilItIsCompleted() {
        attachments.announce(file("1", ADA, "t"), 9, NOW);
        Path second = Path.of("second");

        assertThat(attachments.receive("1", FILE).file()).isNull();
        assertThat(attachments.receive("1", second).file()).isEqualTo(FILE);
        attachments.complete("1", ADA, "c");

        assertThat(attachments.receive("1", FILE)).isNull();
        assertThat(attachments.receive("2", FILE)).isNull();
        assertThat(attachments.find("1").file()).isEqualTo(second);
    }

    @Test
    void droppedAttachmentsReturnTheirFiles() {
        attachments.announce(file("announced", ADA, "1"), 9, NOW);
        attachments.announce(file("uploaded", ADA, "2"), 9, NOW);
        attachments.announce(file("completed", ADA, "3"), 9, NOW);
        Path kept = Path.of("kept");
        attachments.receive("uploaded", FILE);
        attachments.receive("completed", kept);
        attachments.complete("completed", ADA, "c");

        assertThat(attachments.dropUnfinished()).containsExactly(FILE);
        assertThat(attachments.isEmpty()).isFalse();
        assertThat(attachments.dropAll()).containsExactly(kept);
        assertThat(attachments.isEmpty()).isTrue();
    }

    private void refused(ChatRefused.Reason reason, Consumer<ChatAttachments> step) {
        assertThatExceptionOfType(ChatRefused.class)
                .isThrownBy(() -> step.accept(attachments))
                .extracting(ChatRefused::reason)
                .isEqualTo(reason);
    }

    private static Attachment file(String id, Owner owner, String clientToken) {
        return Attachment.announced(
                new AttachmentRef(id, id + ".pdf", "application/pdf"),
                owner,
                5,
                new Upload(clientToken, "handle of " + id, NOW.plusSeconds(60)));
    }
}
