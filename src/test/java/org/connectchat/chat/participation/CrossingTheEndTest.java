package org.connectchat.chat.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.ChatRefused.Reason;
import org.connectchat.chat.Domain;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows what becomes of a call whose token was good when it came, while meanwhile the chat has ended. */
class CrossingTheEndTest {

    static Stream<Arguments> calls() {
        return Stream.of(
                call("a message", (domain, seat) -> domain.say(seat, "hello")),
                call("typing", (domain, seat) -> domain.participants.announce(seat, ChatEvent.TYPING)),
                call("coming", (domain, seat) -> domain.presence.connect(seat)));
    }

    private static Arguments call(String name, BiConsumer<Domain, Seat> call) {
        return Arguments.of(name, call);
    }

    private static void assertRefused(Domain domain, BiConsumer<Domain, Seat> call, Seat seat) {
        assertThatThrownBy(() -> call.accept(domain, seat))
                .isInstanceOfSatisfying(
                        ChatRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.ACCESS_DENIED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @Rule("P1")
    void itIsRefusedIfSomethingHadBeenSaidBefore(String name, BiConsumer<Domain, Seat> call) {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            domain.say(customer, "something");

            domain.stop(chat);

            assertRefused(domain, call, customer);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    @Rule("P1")
    void itIsRefusedIfNothingHadBeenSaidYet(String name, BiConsumer<Domain, Seat> call) {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);

            domain.stop(chat);

            assertRefused(domain, call, customer);
        }
    }

    @Test
    @Rule("W16")
    void aListenerAfterTheEndHearsTheEnd() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            domain.say(customer, "something");
            domain.stop(chat);
            List<ChatItem> heard = new ArrayList<>();

            domain.presence.subscribe(customer, heard::add);

            assertThat(heard).extracting(ChatItem::contentType).containsExactly(ChatEvent.CHAT_ENDED.contentType());
        }
    }

    @Test
    @Rule("W16")
    void aListenerHearsTheEndOnceIfTheCustomerConnectsMeanwhile() {
        try (Domain domain = new Domain()) {
            for (int round = 0; round < 200; round++) {
                StartedChat chat = domain.start();
                Seat customer = domain.customerOf(chat);
                List<ChatItem> heard = new ArrayList<>();
                domain.presence.subscribe(customer, heard::add);

                // The socket subscribes and connects while the chat is stopped.
                Simultaneously.call(2, number -> {
                    if (number == 0) {
                        domain.stop(chat);
                    } else {
                        connectOrBeRefused(domain, customer);
                    }
                    return number;
                });

                assertThat(heard)
                        .filteredOn(item -> ChatEvent.CHAT_ENDED.contentType().equals(item.contentType()))
                        .hasSize(1);
                assertThat(heard.get(heard.size() - 1).contentType()).isEqualTo(ChatEvent.CHAT_ENDED.contentType());
            }
        }
    }

    private static void connectOrBeRefused(Domain domain, Seat customer) {
        try {
            domain.presence.connect(customer);
        } catch (ChatRefused e) {
            assertThat(e.reason()).isEqualTo(Reason.ACCESS_DENIED);
        }
    }

    @Test
    void aParticipantThatHasLeftIsNeitherCountedNorTold() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            Seat bot = domain.botIn(chat);
            domain.presence.connect(customer);
            domain.presence.connect(bot);
            domain.presence.disconnect(bot);
            List<ChatItem> heard = new ArrayList<>();

            assertRefused(domain, (inside, seat) -> inside.presence.connect(seat), bot);
            domain.presence.subscribe(bot, heard::add);
            domain.say(customer, "are you still there?");

            assertThat(domain.present(customer.contact().id())).isEqualTo(1);
            assertThat(heard).isEmpty();
        }
    }

    @Test
    @Rule("P31")
    void receiptsAreRefusedWithMoreThanTwo() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            Seat bot = domain.botIn(chat);
            domain.presence.connect(customer);
            domain.presence.connect(bot);
            ChatItem said = domain.say(bot, "hello");
            domain.participants.receipt(customer, said.id(), false);

            // No operation brings a third one in yet, so it joins by the side door.
            Objects.requireNonNull(domain.store.byContact(chat.contactId()))
                    .locked(state -> state.conversation().join("a-supervisor"));

            assertThatThrownBy(() -> domain.participants.receipt(customer, said.id(), true))
                    .isInstanceOfSatisfying(
                            ChatRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_MANY_FOR_RECEIPTS));
        }
    }
}
