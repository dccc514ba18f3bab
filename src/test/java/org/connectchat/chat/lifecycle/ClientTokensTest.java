package org.connectchat.chat.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.connectchat.chat.ChatFixture.FOREVER;
import static org.connectchat.chat.ChatFixture.INSTANCE_ID;
import static org.connectchat.chat.ChatFixture.START;
import static org.connectchat.chat.ChatFixture.settings;
import static org.connectchat.chat.ChatFixture.withClientToken;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.Ids;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.time.Clocks;
import org.connectchat.testkit.MutableClock;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows how long a ClientToken is remembered, and that no more of them are than memory has room for. */
class ClientTokensTest {

    private static final Duration WEEK = Duration.ofDays(7);

    private final MutableClock clock = new MutableClock(START);
    private final IdGenerator ids = new IdGenerator(new SecureRandom());
    private final AtomicInteger starts = new AtomicInteger();

    @Test
    @Rule("B1")
    void aTokenIsRememberedForSevenDays() {
        ChatFixture fixture = new ChatFixture(settings(FOREVER, FOREVER, 10), 10);
        StartedChat first = fixture.chats.start(withClientToken(INSTANCE_ID, "once"));

        fixture.after(WEEK.minusMillis(1));
        assertThat(fixture.chats.start(withClientToken(INSTANCE_ID, "once"))).isEqualTo(first.asRepeated());

        fixture.after(Duration.ofMillis(1));
        assertThat(fixture.chats.start(withClientToken(INSTANCE_ID, "once")).contactId())
                .isNotEqualTo(first.contactId());
    }

    @Test
    @Rule("B1")
    void theWindowBeginsWithTheFirstUseAndIsNotProlonged() {
        ChatFixture fixture = new ChatFixture(settings(FOREVER, FOREVER, 10), 10);
        StartedChat first = fixture.chats.start(withClientToken(INSTANCE_ID, "once"));
        fixture.after(Duration.ofDays(6));
        fixture.chats.start(withClientToken(INSTANCE_ID, "once"));

        fixture.after(Duration.ofDays(1));

        assertThat(fixture.chats.start(withClientToken(INSTANCE_ID, "once")).contactId())
                .isNotEqualTo(first.contactId());
    }

    @Test
    @Rule("B1")
    void theFirstResultOutlivesItsChat() {
        ChatFixture fixture = new ChatFixture(settings(Duration.ofMinutes(5), Duration.ofHours(1), 10), 10);
        StartedChat first = fixture.chats.start(withClientToken(INSTANCE_ID, "once"));

        fixture.after(Duration.ofDays(3));

        assertThat(fixture.isKept(first.contactId())).isFalse();
        assertThat(fixture.chats.start(withClientToken(INSTANCE_ID, "once"))).isEqualTo(first.asRepeated());
        assertThat(fixture.activeChats()).isZero();
    }

    @Test
    @Rule("B1")
    void aTokenWhoseWindowIsOverStartsOneNewChatForAll() {
        ChatFixture fixture = new ChatFixture(settings(FOREVER, FOREVER, 10), 10);
        fixture.chats.start(withClientToken(INSTANCE_ID, "once"));
        fixture.clock.advance(WEEK);

        List<StartedChat> results =
                Simultaneously.call(32, number -> fixture.chats.start(withClientToken(INSTANCE_ID, "once")));

        assertThatOneStartedAndTheOthersRepeat(results);
        assertThat(fixture.activeChats()).isEqualTo(2);
    }

    @Test
    @Rule("B1")
    void aStartThatFailsIsNotRemembered() {
        ClientTokens tokens = new ClientTokens(new Clocks(clock), WEEK, 10, new MemoryBudget(1L << 30));
        assertThatThrownBy(() -> tokens.once(INSTANCE_ID, "once", () -> {
                    throw new IllegalStateException("meant to fail");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(tokens.size()).isZero();
        assertThat(tokens.once(INSTANCE_ID, "once", this::start)).isNotNull();
        assertThat(starts).hasValue(1);
    }

    @Test
    @Rule("B1")
    void underAnyConcurrencyATokenStartsOneChat() {
        ClientTokens tokens = new ClientTokens(new Clocks(clock), WEEK, 1_000, new MemoryBudget(1L << 30));
        for (int round = 0; round < 100; round++) {
            String token = "token " + round;

            List<StartedChat> results = Simultaneously.call(8, number -> tokens.once(INSTANCE_ID, token, this::start));

            assertThatOneStartedAndTheOthersRepeat(results);
        }
        assertThat(starts).hasValue(100);
    }

    @Test
    void tokensWhoseWindowIsOverAreForgotten() {
        ClientTokens tokens = new ClientTokens(new Clocks(clock), WEEK, 1_000, new MemoryBudget(1L << 30));
        use(tokens, "early ", 10);
        clock.advance(Duration.ofDays(3));
        use(tokens, "late ", 10);
        clock.advance(Duration.ofDays(4));

        use(tokens, "new ", 1);

        assertThat(tokens.size()).isEqualTo(11);
    }

    @Test
    void beyondTheMaximumTheOldestTokensAreForgotten() {
        ClientTokens tokens = new ClientTokens(new Clocks(clock), WEEK, 10, new MemoryBudget(1L << 30));

        use(tokens, "token ", 30);

        assertThat(tokens.size()).isEqualTo(10);
        use(tokens, "token ", 20);
        assertThat(starts).as("the twenty oldest start anew").hasValue(50);
    }

    @Test
    @Rule("B1")
    void theYoungestTokensAreStillKnownWhenTheMaximumIsReached() {
        ClientTokens tokens = new ClientTokens(new Clocks(clock), WEEK, 10, new MemoryBudget(1L << 30));
        use(tokens, "token ", 30);

        for (int i = 20; i < 30; i++) {
            tokens.once(INSTANCE_ID, "token " + i, this::start);
        }

        assertThat(starts).hasValue(30);
    }

    private static void assertThatOneStartedAndTheOthersRepeat(List<StartedChat> results) {
        assertThat(results).filteredOn(result -> !result.repeated()).hasSize(1);
        assertThat(results.stream().map(StartedChat::asRepeated).distinct()).hasSize(1);
    }

    private void use(ClientTokens tokens, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            tokens.once(INSTANCE_ID, prefix + i, this::start);
        }
    }

    private StartedChat start() {
        starts.incrementAndGet();
        Ids.NewChat chat = ids.of("an-instance").chat();
        return new StartedChat(chat.contactId(), chat.participantId(), chat.token(), null, null, false);
    }
}
