package org.connectchat.chat.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectchat.chat.ChatFixture.FOREVER;
import static org.connectchat.chat.ChatFixture.INSTANCE_ID;
import static org.connectchat.chat.ChatFixture.lasting;
import static org.connectchat.chat.ChatFixture.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows how long and how many ended chats stay readable, and that nothing else of them stays in memory. */
class RetentionTest {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @Test
    void anEndedChatStaysReadableForTheRetentionTime() {
        ChatFixture fixture = ChatFixture.withDefaults();
        String id = fixture.started();
        fixture.after(Duration.ofMinutes(1));
        fixture.chats.stop(INSTANCE_ID, id);

        fixture.after(Duration.ofHours(24).minus(MILLISECOND));
        assertThat(fixture.contact(id).timeline().disconnectReason()).isEqualTo(DisconnectReason.API);

        fixture.after(MILLISECOND);
        assertThatThrownBy(() -> fixture.contact(id))
                .isInstanceOfSatisfying(
                        ChatRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(ChatRefused.Reason.CONTACT_UNKNOWN));
    }

    @Test
    void theRetentionTimeOfAChatThatAClockEndedBeginsAtItsDeadline() {
        ChatFixture fixture = ChatFixture.withDefaults();
        String id = fixture.started();
        fixture.after(Duration.ofMinutes(90));

        fixture.after(Duration.ofHours(24).minus(Duration.ofMinutes(85)).minus(MILLISECOND));
        assertThat(fixture.isKept(id)).isTrue();

        fixture.after(MILLISECOND);
        assertThat(fixture.isKept(id)).isFalse();
    }

    @Test
    void anUpdateOfAnEndedChatDoesNotProlongItsRetention() {
        ChatFixture fixture = ChatFixture.withDefaults();
        String id = fixture.started();
        fixture.chats.stop(INSTANCE_ID, id);
        fixture.after(Duration.ofHours(23));
        fixture.contacts.updateAttributes(INSTANCE_ID, id, Map.of("rated", "yes"));

        fixture.after(Duration.ofHours(1));

        assertThat(fixture.isKept(id)).isFalse();
    }

    @Test
    void anActiveChatIsKeptHoweverLongItLasts() {
        ChatFixture fixture = new ChatFixture(settings(FOREVER, Duration.ofMinutes(1), 1), 10);
        String id = fixture.chats.start(lasting(Duration.ofDays(7))).contactId();

        fixture.after(Duration.ofDays(7).minus(MILLISECOND));

        assertThat(fixture.contact(id).isActive()).isTrue();
    }

    @Test
    void beyondTheMaximumTheChatsThatEndedFirstGo() {
        ChatFixture fixture = new ChatFixture(settings(FOREVER, FOREVER, 10), 100);
        List<String> active = started(fixture, 5);
        List<String> ids = started(fixture, 30);
        // They end in an order of their own, from the youngest to the oldest.
        for (int i = 29; i >= 0; i--) {
            fixture.clock.advance(MILLISECOND);
            fixture.chats.stop(INSTANCE_ID, ids.get(i));
        }

        assertThat(ids.subList(0, 10)).allMatch(fixture::isKept);
        assertThat(ids.subList(10, 30)).noneMatch(fixture::isKept);
        assertThat(active).allMatch(fixture::isKept);
    }

    @Test
    void chatsThatEndedByTheirClockCountForTheMaximumToo() {
        ChatFixture fixture = new ChatFixture(settings(Duration.ofMinutes(5), FOREVER, 10), 100);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            ids.add(fixture.started());
            fixture.clock.advance(MILLISECOND);
        }

        fixture.after(Duration.ofMinutes(5));

        assertThat(ids.subList(0, 20)).noneMatch(fixture::isKept);
        assertThat(ids.subList(20, 30)).allMatch(fixture::isKept);
    }

    @Test
    void nothingIsLeftBehindByThreeTimesTheMaximum() {
        ChatFixture fixture = new ChatFixture(settings(Duration.ofMinutes(5), Duration.ofHours(24), 100), 150);
        List<String> ids = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            List<String> some = started(fixture, 100);
            some.subList(0, 50).forEach(id -> fixture.chats.stop(INSTANCE_ID, id));
            fixture.after(Duration.ofMinutes(5));
            ids.addAll(some);
        }

        assertThat(ids.stream().filter(fixture::isKept)).hasSize(100);
        assertThat(fixture.endedChats()).isEqualTo(100);
        assertThat(fixture.deadlines.waiting()).as("retention deadlines").isEqualTo(100);
        assertThat(fixture.store().keys()).isZero();
        assertThat(fixture.activeChats()).isZero();

        fixture.after(Duration.ofHours(24));
        assertThat(ids).noneMatch(fixture::isKept);
        assertThat(fixture.endedChats()).isZero();
        assertThat(fixture.deadlines.waiting()).isZero();
    }

    @Test
    void theMaximumHoldsWhenChatsAreStartedAndStoppedFromManyThreads() {
        ChatFixture fixture = new ChatFixture(settings(FOREVER, FOREVER, 50), 2_000);

        List<List<String>> ids = Simultaneously.call(8, number -> {
            List<String> own = started(fixture, 200);
            own.forEach(id -> fixture.chats.stop(INSTANCE_ID, id));
            return own;
        });

        assertThat(ids.stream().flatMap(List::stream).filter(fixture::isKept)).hasSize(50);
        assertThat(fixture.deadlines.waiting()).isEqualTo(50);
        assertThat(fixture.store().keys()).isZero();
        assertThat(fixture.activeChats()).isZero();
    }

    @Test
    void withoutRetentionAnEndedChatIsGoneAtOnce() {
        ChatFixture fixture = new ChatFixture(settings(FOREVER, FOREVER, 0), 10);
        String id = fixture.started();

        fixture.chats.stop(INSTANCE_ID, id);

        assertThat(fixture.isKept(id)).isFalse();
        assertThat(fixture.deadlines.waiting()).isZero();
    }

    private static List<String> started(ChatFixture fixture, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(fixture.started());
        }
        return ids;
    }
}
