package org.connectchat.chat.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.connectchat.chat.ChatMessage;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.ContentTypes;
import org.connectchat.chat.Domain;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.participation.NewAgent;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shows that what chats take of the memory is counted once, bounded, and given back when they are forgotten. */
class ChatMemoryTest {

    private static final long SMALL = 100_000;

    @Test
    @Rule("R13")
    void chatsStartUntilTheMemoryIsFullAndGoOnWhenOthersAreForgotten() {
        try (Domain domain = new Domain(new MemoryBudget(SMALL))) {
            List<StartedChat> chats = startUntilFull(domain);
            assertThat(chats).hasSizeBetween(10, 60);
            assertThat(domain.budget.used()).isLessThanOrEqualTo(SMALL);

            domain.stop(chats.get(0));
            domain.stop(chats.get(1));
            for (int i = 0; i < 100 && domain.isKnown(chats.get(0)); i++) {
                assertThat(domain.contacts.isActive(domain.start().contactId())).isTrue();
            }

            assertThat(domain.isKnown(chats.get(0)))
                    .as("the chat that ended first makes place")
                    .isFalse();
            assertThat(domain.isKnown(chats.get(1))).isTrue();
            startUntilFull(domain);
            assertThat(domain.isKnown(chats.get(1))).isFalse();
            assertThat(domain.isKnown(chats.get(2)))
                    .as("an active chat makes no place")
                    .isTrue();
        }
    }

    private static List<StartedChat> startUntilFull(Domain domain) {
        List<StartedChat> chats = new ArrayList<>();
        assertThatExceptionOfType(ChatRefused.class)
                .isThrownBy(() -> {
                    while (chats.size() < 1_000) {
                        chats.add(domain.start());
                    }
                })
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.MEMORY_FULL_FOR_CHATS))
                .withMessageContaining("memory is full")
                .withMessageContaining("-Xmx");
        return chats;
    }

    @Test
    @Rule("R13")
    void aChatWithHalfOfTheMemoryIsRefusedMoreAndCanBeReadAndEnded() {
        try (Domain domain = new Domain(new MemoryBudget(SMALL))) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            domain.presence.connect(customer);
            List<String> said = sayUntilFull(domain, customer);

            assertThat(domain.records.transcript(domain.contacts.get(chat.contactId())))
                    .extracting(entry -> entry.item().content())
                    .containsAll(said);
            assertThat(domain.tickets.issue(customer)).isNotNull();
            assertThat(domain.start()).as("others still have the other half").isNotNull();

            domain.stop(chat);

            assertThat(domain.contacts.isActive(chat.contactId())).isFalse();
            assertThat(domain.records.transcript(domain.contacts.get(chat.contactId())))
                    .extracting(entry -> entry.item().contentType())
                    .endsWith(ChatEvent.CHAT_ENDED.contentType());
        }
    }

    private static List<String> sayUntilFull(Domain domain, Seat customer) {
        List<String> said = new ArrayList<>();
        assertThatExceptionOfType(ChatRefused.class)
                .isThrownBy(() -> {
                    while (said.size() < 1_000) {
                        String next = said.size() + " ".repeat(500) + "!";
                        domain.say(customer, next);
                        said.add(next);
                    }
                })
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.MEMORY_FULL));
        return said;
    }

    @Test
    @Rule("R13")
    void aMessageThatCameBeforeIsAnsweredThoughTheMemoryIsFull() {
        try (Domain domain = new Domain(new MemoryBudget(SMALL))) {
            Seat customer = domain.customerOf(domain.start());
            ChatMessage message = new ChatMessage(ContentTypes.PLAIN, "once");
            ChatItem first = domain.participants.send(customer, message, "a-token");
            sayUntilFull(domain, customer);

            assertThat(domain.participants.send(customer, message, "a-token")).isEqualTo(first);
        }
    }

    @Test
    @Rule("R13")
    void attributesThatGrowAreRefusedAndOnesThatShrinkAreNot() {
        try (Domain domain = new Domain(new MemoryBudget(SMALL))) {
            StartedChat chat = domain.start();
            update(domain, chat, Map.of("a", "x".repeat(20_000)));
            startUntilFull(domain);
            long before = domain.budget.used();

            assertThatExceptionOfType(ChatRefused.class)
                    .isThrownBy(() -> update(domain, chat, Map.of("b", "x".repeat(10_000))))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.MEMORY_FULL));
            assertThat(domain.budget.used()).isEqualTo(before);

            update(domain, chat, Map.of("a", ""));
            assertThat(domain.budget.used()).isBetween(before - 20_200, before - 20_000);
            assertThat(domain.start()).isNotNull();
        }
    }

    private static void update(Domain domain, StartedChat chat, Map<String, String> changes) {
        domain.contacts.updateAttributes(Domain.INSTANCE_ID, chat.contactId(), changes);
    }

    @ParameterizedTest
    @ValueSource(longs = {SMALL, 100 * SMALL})
    @Rule("R13")
    void whateverHappensNothingStaysTakenOnceAllIsForgotten(long limit) {
        try (Domain domain = new Domain(new MemoryBudget(limit))) {
            Simultaneously.call(16, number -> live(domain, new SplittableRandom(number)));
            assertThat(domain.budget.used()).isPositive();

            domain.after(Duration.ofDays(3));

            assertThat(domain.budget.used()).isZero();
        }
    }

    @Test
    @Rule("R13")
    void aResetGivesEverythingBack() {
        try (Domain domain = new Domain(new MemoryBudget(100 * SMALL))) {
            Simultaneously.call(8, number -> live(domain, new SplittableRandom(number)));

            domain.chats.reset(null);

            assertThat(domain.budget.used()).isZero();
        }
    }

    /** Chats in which everything happens; what is refused does not matter. */
    private static long live(Domain domain, SplittableRandom random) {
        for (int i = 0; i < 30; i++) {
            StartedChat chat = allowed(domain::start);
            Seat customer = chat == null ? null : allowed(() -> domain.customerOf(chat));
            if (customer == null) {
                continue;
            }
            allowed(() -> domain.tickets.issue(customer));
            allowed(() -> domain.connectionTokens.issue(customer));
            allowed(() -> domain.connectionTokens.issue(customer));
            allowed(() -> connected(domain, customer));
            Seat bot = allowed(() -> domain.botIn(chat));
            ChatItem said = allowed(() -> domain.participants.send(
                    customer, new ChatMessage(ContentTypes.PLAIN, "x".repeat(random.nextInt(900))), "t"));
            allowed(() -> domain.participants.send(customer, new ChatMessage(ContentTypes.PLAIN, "again"), "t"));
            if (bot != null && said != null) {
                allowed(() -> domain.participants.receipt(bot, said.id(), true));
                allowed(() -> domain.participants.receipt(bot, said.id(), false));
            }
            allowed(() -> domain.contacts.updateAttributes(
                    Domain.INSTANCE_ID, chat.contactId(), Map.of("k" + random.nextInt(3), "v".repeat(500))));
            Seat agent = allowed(() -> domain.agents.join(chat.contactId(), new NewAgent("Grace", "g", true)));
            if (agent != null && random.nextBoolean()) {
                allowed(() -> domain.agents.transfer(agent, new NewAgent("Edsger", "e", true)));
                allowed(() -> domain.contacts.updateAttributes(
                        Domain.INSTANCE_ID, chat.contactId(), Map.of("k0", "v".repeat(random.nextInt(900)))));
            }
            if (random.nextInt(4) > 0) {
                allowed(() -> domain.chats.stop(Domain.INSTANCE_ID, chat.contactId()));
            }
        }
        return domain.budget.used();
    }

    private static Seat connected(Domain domain, Seat seat) {
        domain.presence.connect(seat);
        return seat;
    }

    private static <T> T allowed(Supplier<T> step) {
        try {
            return step.get();
        } catch (ChatRefused | NullPointerException refused) {
            return null; // full, or ended and forgotten meanwhile
        }
    }
}
