package org.connectchat.chat.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectchat.chat.ChatFixture.FOREVER;
import static org.connectchat.chat.ChatFixture.INSTANCE_ID;
import static org.connectchat.chat.ChatFixture.START;
import static org.connectchat.chat.ChatFixture.lasting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.Timeline;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows when and why a chat ends by itself, to the millisecond, on a clock that is moved by hand. */
class ChatDeadlinesTest {

    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    @Rule("B4")
    void aChatWhoseCustomerDoesNotConnectEndsAtTheConnectionDeadline() {
        ChatFixture fixture = ChatFixture.withDefaults();
        String id = fixture.started();
        fixture.after(Duration.ofMinutes(5).minus(MILLISECOND));
        assertThat(fixture.contact(id).isActive()).isTrue();

        fixture.after(MILLISECOND);

        assertThat(fixture.contact(id).timeline())
                .isEqualTo(
                        ended(DisconnectReason.CUSTOMER_CONNECTION_NOT_ESTABLISHED, START.plus(Duration.ofMinutes(5))));
    }

    @Test
    @Rule("B4")
    void theEndIsDatedAtTheDeadlineHoweverLateItIsNoticed() {
        ChatFixture fixture = ChatFixture.withDefaults();
        String id = fixture.started();

        fixture.after(Duration.ofMinutes(47));

        assertThat(fixture.contact(id).timeline().disconnectedAt()).isEqualTo(START.plus(Duration.ofMinutes(5)));
    }

    @Test
    @Rule("B4")
    void theConnectionDeadlineIsTheConfiguredOne() {
        ChatFixture fixture = new ChatFixture(ChatFixture.settings(Duration.ofSeconds(7), FOREVER, 10), 1);
        String id = fixture.started();
        fixture.after(Duration.ofSeconds(7).minus(MILLISECOND));
        assertThat(fixture.contact(id).isActive()).isTrue();

        fixture.after(MILLISECOND);

        assertThat(fixture.contact(id).isActive()).isFalse();
    }

    @Test
    @Rule("B5")
    void aChatExpiresWhenItsDurationIsOverThoughItsCustomerIsStillWaiting() {
        ChatFixture fixture = ChatFixture.withPatience();
        String id = fixture.chats.start(lasting(Duration.ofHours(1))).contactId();
        fixture.after(Duration.ofHours(1).minus(MILLISECOND));
        assertThat(fixture.contact(id).isActive()).isTrue();

        fixture.after(MILLISECOND);

        assertThat(fixture.contact(id).timeline())
                .isEqualTo(ended(DisconnectReason.EXPIRED, START.plus(Duration.ofHours(1))));
    }

    @Test
    @Rule({"B5", "I12"})
    void withoutADurationAChatLastsFifteenHundredMinutes() {
        ChatFixture fixture = ChatFixture.withPatience();
        String id = fixture.started();
        fixture.after(Duration.ofHours(25).minus(MILLISECOND));
        assertThat(fixture.contact(id).isActive()).isTrue();

        fixture.after(MILLISECOND);

        assertThat(fixture.contact(id).timeline())
                .isEqualTo(ended(DisconnectReason.EXPIRED, START.plus(Duration.ofHours(25))));
    }

    @Test
    @Rule({"B4", "B5"})
    void eachChatHasItsOwnDeadlines() {
        ChatFixture fixture = ChatFixture.withPatience();
        String longer = fixture.chats.start(lasting(Duration.ofMinutes(90))).contactId();
        fixture.after(Duration.ofMinutes(10));
        String shorter = fixture.chats.start(lasting(Duration.ofHours(1))).contactId();

        fixture.after(Duration.ofHours(1));
        assertThat(fixture.contact(shorter).endedAt()).isEqualTo(START.plus(Duration.ofMinutes(70)));
        assertThat(fixture.contact(longer).isActive()).isTrue();

        fixture.after(Duration.ofMinutes(20));
        assertThat(fixture.contact(longer).endedAt()).isEqualTo(START.plus(Duration.ofMinutes(90)));
    }

    @Test
    @Rule({"B4", "B5"})
    void aChatThatADeadlineEndedIsNotEndedAgainByTheOther() {
        ChatFixture fixture = new ChatFixture(ChatFixture.settings(Duration.ofMinutes(5), FOREVER, 10), 1);
        String id = fixture.chats.start(lasting(Duration.ofHours(1))).contactId();
        fixture.after(Duration.ofMinutes(5));
        Timeline first = fixture.contact(id).timeline();

        fixture.after(Duration.ofDays(1));

        assertThat(fixture.contact(id).timeline()).isEqualTo(first);
        assertThat(first.disconnectReason()).isEqualTo(DisconnectReason.CUSTOMER_CONNECTION_NOT_ESTABLISHED);
    }

    @Test
    @Rule({"B4", "B5"})
    void aStoppedChatIsNotEndedAgainByItsDeadlines() {
        ChatFixture fixture = new ChatFixture(ChatFixture.settings(Duration.ofMinutes(5), FOREVER, 10), 1);
        String id = fixture.started();
        fixture.after(MINUTE);
        fixture.chats.stop(INSTANCE_ID, id);

        fixture.after(Duration.ofDays(9));

        assertThat(fixture.contact(id).timeline()).isEqualTo(ended(DisconnectReason.API, START.plus(MINUTE)));
    }

    @Test
    @Rule("B3")
    void stoppingAnEndedChatChangesNothing() {
        ChatFixture fixture = ChatFixture.withDefaults();
        String id = fixture.started();
        fixture.after(Duration.ofMinutes(5));
        Timeline first = fixture.contact(id).timeline();

        fixture.after(MINUTE);
        fixture.chats.stop(INSTANCE_ID, id);

        assertThat(fixture.contact(id).timeline()).isEqualTo(first);
    }

    @Test
    @Rule({"B3", "B4", "B5"})
    void aChatEndedByADeadlineFreesItsPlace() {
        ChatFixture fixture = new ChatFixture(ChatFixture.settings(Duration.ofMinutes(5), FOREVER, 100), 3);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 3; i++) {
                fixture.started();
            }
            assertThatThrownBy(fixture::started)
                    .isInstanceOfSatisfying(
                            ChatRefused.class,
                            refused -> assertThat(refused.reason())
                                    .isEqualTo(ChatRefused.Reason.ACTIVE_CHAT_QUOTA_REACHED));
            fixture.after(Duration.ofMinutes(5));
        }
    }

    @Test
    @Rule("B3")
    void stoppingAChatExactlyAtItsDeadlineFreesOnePlace() {
        ChatFixture fixture = new ChatFixture(ChatFixture.settings(FOREVER, FOREVER, 1_000), 2);
        fixture.chats.start(lasting(FOREVER));
        for (int round = 0; round < 200; round++) {
            String id = fixture.chats.start(lasting(Duration.ofHours(1))).contactId();
            fixture.clock.advance(Duration.ofHours(1));

            Simultaneously.call(2, number -> {
                if (number == 0) {
                    fixture.deadlines.fireDue();
                } else {
                    fixture.chats.stop(INSTANCE_ID, id);
                }
                return number;
            });

            assertThat(fixture.activeChats()).as("round %d", round).isEqualTo(1);
        }
    }

    @Test
    @Rule({"B4", "B5"})
    void manyChatsEndEachAtItsOwnMomentHoweverTheyWereStarted() {
        ChatFixture fixture = ChatFixture.withPatience();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Duration duration = Duration.ofMinutes(60 + (i * 37) % 100);
            ids.add(fixture.chats.start(lasting(duration)).contactId());
        }

        fixture.after(Duration.ofHours(3));

        for (int i = 0; i < 100; i++) {
            assertThat(fixture.contact(ids.get(i)).endedAt())
                    .isEqualTo(START.plus(Duration.ofMinutes(60 + (i * 37) % 100)));
        }
    }

    private static Timeline ended(DisconnectReason reason, Instant at) {
        return new Timeline(START, START, null, at, reason, at);
    }
}
