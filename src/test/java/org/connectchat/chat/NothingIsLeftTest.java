package org.connectchat.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.conversation.ChatListener;
import org.connectchat.chat.conversation.Conversation;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.identity.ParticipantToken;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that of a chat that has ended nothing stays in memory once its retention is over, whatever crossed its end. */
class NothingIsLeftTest {

    private static final Duration RETENTION = Duration.ofHours(24);

    /** Something that lives as long as a chat does, but must not live longer. */
    private static final List<Class<?>> PARTS = List.of(
            Contact.class,
            Participant.class,
            ParticipantToken.class,
            Seat.class,
            Conversation.class,
            ChatItem.class,
            ChatListener.class);

    private static void assertNothingIsLeft(Domain domain) {
        domain.after(RETENTION);
        for (Class<?> part : PARTS) {
            assertThat(domain.reachable(part)).as(part.getSimpleName()).isEmpty();
        }
        assertThat(domain.store.contacts()).isZero();
        assertThat(domain.store.keys()).isZero();
    }

    /** A conversation with everything in it; returns the texts by which it could be found. */
    private static List<String> talk(Domain domain, StartedChat chat) {
        Seat customer = domain.customerOf(chat);
        Seat bot = domain.botIn(chat);
        List<String> texts = new ArrayList<>(List.of(
                chat.contactId(),
                customer.participant().id(),
                bot.participant().id(),
                domain.tickets.issue(customer),
                domain.tickets.issue(bot)));
        domain.connectionTokens.issue(customer);
        domain.connectionTokens.issue(bot);
        domain.presence.subscribe(customer, item -> texts.add(item.id()));
        domain.presence.connect(customer);
        domain.presence.connect(bot);
        ChatItem said = domain.participants.send(bot, new ChatMessage(ContentTypes.PLAIN, "hello"), "a-token");
        domain.participants.receipt(customer, said.id(), true);
        domain.participants.announce(customer, ChatEvent.TYPING);
        return texts;
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                ending("StopContact", Domain::stop),
                ending("the customer", (domain, chat) -> domain.presence.disconnect(domain.customerOf(chat))),
                ending("the duration clock", (domain, chat) -> domain.after(Duration.ofHours(25))));
    }

    private static Arguments ending(String name, BiConsumer<Domain, StartedChat> ending) {
        return Arguments.of(name, ending);
    }

    @ParameterizedTest(name = "ended by {0}")
    @MethodSource("endings")
    @Rule("P30")
    void ofAWholeConversation(String name, BiConsumer<Domain, StartedChat> ending) {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            List<String> texts = talk(domain, chat);
            for (Class<?> part : PARTS) {
                if (part != Seat.class) {
                    assertThat(domain.reachable(part))
                            .as("before the end: " + part)
                            .isNotEmpty();
                }
            }
            assertThat(domain.reachable(String.class)).containsAll(texts.subList(0, 5));

            ending.accept(domain, chat);

            assertNothingIsLeft(domain);
            assertThat(domain.reachable(String.class)).doesNotContainAnyElementsOf(texts);
        }
    }

    @Test
    @Rule("P30")
    void whenTheConnectionDeadlineEndsAChat() {
        try (Domain domain = new Domain()) {
            Seat customer = domain.customerOf(domain.start());
            domain.connectionTokens.issue(customer);
            domain.tickets.issue(customer);

            domain.after(Duration.ofMinutes(5));

            assertNothingIsLeft(domain);
        }
    }

    @Test
    @Rule("P30")
    void whenABotLeftBeforeTheEnd() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            talk(domain, chat);
            Contact contact = domain.contacts.get(Domain.INSTANCE_ID, chat.contactId());
            domain.presence.disconnect(new Seat(contact, contact.participants().get(1)));
            domain.botIn(chat);

            domain.stop(chat);

            assertNothingIsLeft(domain);
        }
    }

    @Test
    @Rule("P30")
    void whenABotAsksForKeysWhileItLeaves() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat bot = domain.botIn(chat);

            domain.presence.disconnect(bot);
            domain.connectionTokens.issue(bot);
            domain.tickets.issue(bot);
            domain.stop(chat);

            assertNothingIsLeft(domain);
        }
    }

    @Test
    @Rule("P30")
    void whenAParticipantAsksForKeysWhileTheChatEnds() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);

            domain.stop(chat);
            domain.connectionTokens.issue(customer);
            domain.tickets.issue(customer);

            assertNothingIsLeft(domain);
        }
    }

    @Test
    @Rule("P30")
    void whenTheChatEndsWhileABotIsAdded() {
        try (Domain domain = new Domain()) {
            for (int round = 0; round < 100; round++) {
                StartedChat chat = domain.start();
                Simultaneously.call(2, number -> {
                    if (number == 0) {
                        domain.stop(chat);
                    } else {
                        addOrBeRefused(domain, chat);
                    }
                    return number;
                });
            }

            assertNothingIsLeft(domain);
        }
    }

    private static void addOrBeRefused(Domain domain, StartedChat chat) {
        try {
            domain.customParticipants.add(Domain.INSTANCE_ID, chat.contactId(), "Robo", null);
        } catch (ChatRefused e) {
            assertThat(e.reason()).isEqualTo(ChatRefused.Reason.CHAT_ENDED);
        }
    }

    @Test
    @Rule("P30")
    void whenASocketSubscribesToAChatThatIsLongForgotten() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat dialledInTime = domain.customerOf(chat);
            domain.stop(chat);
            domain.after(RETENTION);

            domain.presence.subscribe(dialledInTime, item -> {});

            assertNothingIsLeft(domain);
        }
    }
}
