package org.connectchat.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.connectchat.attachment.Attachment.Owner;
import org.connectchat.attachment.Attachment.Upload;
import org.connectchat.attachment.TransferGrants.Grant;
import org.connectchat.chat.contact.ParticipantRole;
import org.connectchat.chat.conversation.ChatItem.AttachmentRef;
import org.connectchat.chat.time.Clocks;
import org.connectchat.testkit.MutableClock;
import org.junit.jupiter.api.Test;

class TransferGrantsTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Attachment FILE = Attachment.announced(
            new AttachmentRef("a", "a.pdf", "application/pdf"),
            new Owner("chat", "ada", ParticipantRole.CUSTOMER),
            5,
            new Upload("t", "h", START));

    private final MutableClock clock = new MutableClock(START);
    private final TransferGrants grants = new TransferGrants(new Clocks(clock), 3);

    @Test
    void aGrantIsGoodUntilItsMoment() {
        grants.add(grant("h1", "chat", 10));

        clock.set(START.plusMillis(9_999));
        assertThat(grants.find("h1")).isNotNull();
        clock.set(START.plusSeconds(10));
        assertThat(grants.find("h1")).isNull();
        assertThat(grants.find("h2")).isNull();
    }

    @Test
    void anExpiredOneGoesWhenItsChatGetsAnother() {
        grants.add(grant("long", "chat", 100));
        grants.add(grant("short", "chat", 10));
        clock.set(START.plusSeconds(10));

        grants.add(grant("next", "chat", 100));

        assertThat(grants.size()).isEqualTo(2);
        assertThat(grants.find("long")).isNotNull();
    }

    @Test
    void aboveTheLimitTheGrantThatExpiresFirstIsDropped() {
        grants.add(grant("h1", "chat", 20));
        grants.add(grant("h2", "chat", 10));
        grants.add(grant("h3", "chat", 30));
        grants.add(grant("h4", "chat", 40));

        assertThat(grants.size()).isEqualTo(3);
        assertThat(grants.find("h2")).isNull();
        assertThat(grants.find("h1")).isNotNull();
    }

    @Test
    void aChatThatEndsTakesItsOwnAlong() {
        grants.add(grant("h1", "chat", 10));
        grants.add(grant("h2", "chat", 10));
        grants.add(grant("h3", "other", 10));

        grants.removeAll("chat");
        grants.removeAll("chat");

        assertThat(grants.size()).isEqualTo(1);
        assertThat(grants.find("h1")).isNull();
        assertThat(grants.find("h3")).isNotNull();
    }

    @Test
    void aHandleIsNotShownByAccident() {
        assertThat(grant("secret", "chat", 10)).asString().doesNotContain("secret");
    }

    private static Grant grant(String handle, String contactId, long seconds) {
        return new Grant(handle, "my-instance", contactId, FILE, START.plusSeconds(seconds));
    }
}
