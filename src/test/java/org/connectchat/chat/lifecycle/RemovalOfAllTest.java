package org.connectchat.chat.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.chat.ChatRefused;
import org.connectchat.chat.Domain;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.conversation.ChatItem;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.session.Chat;
import org.connectchat.chat.session.ChatState;
import org.connectchat.chat.time.Deadlines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shows that a reset removes all chats in one step, and that none of them does anything afterwards. */
class RemovalOfAllTest {

    private static final int CLIENTS = 100;
    private static final int RESETS = 50;

    private final Domain domain = new Domain();

    @AfterEach
    void close() {
        domain.close();
    }

    private Chat chatOf(StartedChat started) {
        return Objects.requireNonNull(domain.store.byContact(started.contactId()));
    }

    private static boolean isForgotten(Chat chat) {
        return chat.locked(ChatState::isForgotten);
    }

    private void assertNothingIsLeft() {
        assertThat(domain.store.contacts()).isZero();
        assertThat(domain.store.keys()).isZero();
        assertThat(domain.bean(ActiveChats.class).byInstance()).isEmpty();
        assertThat(domain.bean(ChatEndings.class).keptChats()).isZero();
        assertThat(domain.bean(Deadlines.class).waiting()).isZero();
        assertThat(domain.bean(ClientTokens.class).size()).isZero();
        assertThat(domain.budget.used()).isZero();
    }

    @Test
    void nothingIsLeftOfActiveAndEndedChats() {
        StartedChat active = domain.start();
        domain.say(domain.customerOf(active), "hello");
        StartedChat ended = domain.start();
        domain.say(domain.customerOf(ended), "hello");
        domain.stop(ended);

        assertThat(domain.chats.reset(null)).isEqualTo(2);

        assertNothingIsLeft();
        assertThat(domain.participantTokens.seat(active.participantToken())).isNull();
        assertThat(domain.chats.reset(null)).isZero();
    }

    @Test
    void aCallThatHoldsAnActiveChatFindsItEndedAndForgotten() {
        StartedChat started = domain.start();
        Seat customer = domain.customerOf(started);
        domain.say(customer, "hello");
        Chat chat = chatOf(started);
        domain.clock.advance(Duration.ofSeconds(7));
        domain.chats.reset(null);
        domain.clock.advance(Duration.ofSeconds(7));

        Contact contact = chat.locked(ChatState::contact);

        assertThat(contact.isActive()).isFalse();
        assertThat(contact.endedAt()).isEqualTo(domain.clock.instant().minusSeconds(7));
        assertThat(contact.timeline().disconnectReason()).isNull();
        assertThat(chat.contact()).isSameAs(contact);
        assertThat(isForgotten(chat)).isTrue();
        assertThat(chat.locked(ChatState::save)).isNull();
        boolean isClosed = chat.locked(state -> state.conversation().isClosed());
        assertThat(isClosed).isTrue();
        assertThatThrownBy(() -> chat.locked(ChatState::active)).isInstanceOf(ChatRefused.class);
        assertThatThrownBy(() -> domain.say(customer, "too late")).isInstanceOf(ChatRefused.class);
    }

    @Test
    void theMemoryOfARemovedChatIsGivenBackOnce() {
        Chat removed = chatOf(domain.start());
        domain.chats.reset(null);
        Chat next = chatOf(domain.start());
        long used = domain.budget.used();

        assertThat(removed.memory().take(1_000)).isTrue();
        removed.memory().hold(1_000);
        removed.memory().giveBack(5_000);
        removed.locked(ChatState::contact);

        assertThat(domain.budget.used()).isEqualTo(used);
        next.memory().hold(1_000);
        assertThat(domain.budget.used()).isEqualTo(used + 1_000);
    }

    /** A seed gives the chats after a reset the ids of those before it. */
    @Test
    void aRemovedChatDoesNotTouchANewOneOfTheSameId() {
        IdGenerator ids = domain.bean(IdGenerator.class);
        ids.seedNext(7L);
        ids.restart();
        StartedChat before = domain.start();
        Chat removed = chatOf(before);
        domain.chats.reset(null);
        ids.restart();
        domain.clock.advance(Duration.ofMinutes(1));
        StartedChat after = domain.start();
        assertThat(after.contactId()).isEqualTo(before.contactId());

        removed.locked(ChatState::contact);
        domain.after(Duration.ofMinutes(4));

        assertThat(chatOf(after)).isNotSameAs(removed);
        assertThat(chatOf(after).contact().isActive()).isTrue(); // the deadline was that of the removed one
        assertThat(domain.participantTokens.seat(after.participantToken())).isNotNull();
        domain.after(Duration.ofMinutes(1));
        assertThat(chatOf(after).contact().isActive()).isFalse();
    }

    @Test
    void noDeadlineOfARemovedChatComes() {
        StartedChat started = domain.start();
        Chat removed = chatOf(started);
        domain.presence.connect(domain.customerOf(started));
        List<ChatItem> heard = new ArrayList<>();
        domain.presence.subscribe(domain.customerOf(started), heard::add);
        AtomicInteger endings = new AtomicInteger();
        domain.chats.whenEnded(contact -> endings.incrementAndGet());
        domain.chats.whenForgotten(contact -> endings.incrementAndGet());

        domain.chats.reset(null);
        domain.after(Duration.ofDays(30));

        assertThat(heard).isEmpty();
        assertThat(endings).hasValue(0);
        assertThat(isForgotten(removed)).isTrue();
    }

    @Test
    void aStepThatIsUnderWayIsCompleteBeforeTheReset() throws Exception {
        Chat chat = chatOf(domain.start());
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Boolean> step = threads.submit(() -> chat.locked(state -> {
            begun.countDown();
            await(goOn);
            return domain.store.byContact(state.contact().id()) != null
                    && state.contact().isActive();
        }));
        begun.await();
        Future<Integer> reset = threads.submit(() -> domain.chats.reset(null));

        assertThatThrownBy(() -> reset.get(50, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        goOn.countDown();

        assertThat(step.get()).isTrue();
        assertThat(reset.get()).isEqualTo(1);
        assertNothingIsLeft();
        threads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Each chat is found in all places or in none, whatever a hundred clients do meanwhile. */
    @Test
    void resetsWhileAHundredClientsStartAndTalkLeaveNothing() throws Exception {
        domain.bean(ActiveChats.class).changeQuota(Integer.MAX_VALUE);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger started = new AtomicInteger();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> working = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            working.add(clients.submit(() -> {
                for (int turn = 0; !over.get(); turn++) {
                    live(client + turn);
                    started.incrementAndGet();
                }
            }));
        }
        int removed = 0;
        for (int i = 0; i < RESETS; i++) {
            Thread.sleep(5);
            domain.clock.advance(Duration.ofSeconds(20));
            domain.bean(Deadlines.class).fireDue();
            removed += domain.chats.reset(null);
        }
        over.set(true);
        for (Future<?> each : working) {
            each.get(1, TimeUnit.MINUTES);
        }
        clients.shutdown();
        removed += domain.chats.reset(null);

        assertNothingIsLeft();
        assertThat(removed).isEqualTo(started.get());
        assertThat(domain.contacts.all()).isEmpty();
    }

    private void live(int number) {
        StartedChat chat = domain.start();
        try {
            Seat customer = domain.participantTokens.seat(chat.participantToken());
            if (customer != null) {
                domain.connectionTokens.issue(customer);
                domain.presence.connect(customer);
                domain.say(customer, "hello");
                if (number % 2 == 0) {
                    domain.stop(chat);
                }
            }
        } catch (ChatRefused refused) {
            // The chat was removed meanwhile.
            assertThat(refused.reason()).isIn(ChatRefused.Reason.ACCESS_DENIED, ChatRefused.Reason.CONTACT_UNKNOWN);
        }
    }
}
