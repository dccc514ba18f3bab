package org.connectchat.chat.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.connectchat.chat.ChatFixture;
import org.connectchat.testkit.MutableClock;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shows which clock an instance has while it is moved, reset and loaded. */
class TimeTravelsTest {

    private static final Instant START = ChatFixture.START;
    private static final Instant LATER = Instant.parse("2030-01-05T10:00:00Z");

    private final Clocks clocks = new Clocks(new MutableClock(START));
    private final Deadlines deadlines = new Deadlines(clocks);
    private final TimeTravels travels = new TimeTravels(clocks, deadlines);
    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void close() {
        open.countDown();
        travels.close();
    }

    @Test
    @Rule("C40")
    void aMovementAfterAResetMovesTheClockThatTheInstanceHas() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        deadlines.settleWith((instanceIds, atMost) -> {
            waiting.countDown();
            awaitUninterruptibly(open);
        });
        CompletableFuture<?> advance = travels.move("x", travel -> travel.advance(Duration.ofHours(1)));
        waiting.await();

        travels.reset("x");
        CompletableFuture<?> set = travels.move("x", travel -> travel.set(LATER));
        open.countDown();
        advance.orTimeout(10, TimeUnit.SECONDS).join();
        set.orTimeout(10, TimeUnit.SECONDS).join();

        assertThat(clocks.hasOwn("x")).isTrue();
        assertThat(clocks.now("x")).isEqualTo(LATER);
    }

    @Test
    @Rule("C40")
    void aResetWaitsForNoMovementOfTheEmulator() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        deadlines.settleWith((instanceIds, atMost) -> {
            waiting.countDown();
            awaitUninterruptibly(open);
        });
        CompletableFuture<?> ofEmulator = travels.emulator().advance(Duration.ofHours(1));
        waiting.await();
        CompletableFuture<?> freeze = travels.move("x", TimeTravel::freeze);

        travels.reset("x");

        assertThat(ofEmulator).isNotDone();
        open.countDown();
        freeze.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(clocks.hasOwn("x"))
                .as("a reset instance gets no clock afterwards")
                .isFalse();
    }

    @Test
    @Rule("F49")
    void aReplacementDoesNotWaitForWhatAMovementBeginsOnItsWay() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        deadlines.settleWith(new Deadlines.Settling() {

            @Override
            public void await(Predicate<String> instanceIds, Duration atMost) {
                boolean isFirst = waiting.getCount() > 0;
                waiting.countDown();
                if (!atMost.isZero()) {
                    awaitUninterruptibly(isFirst ? dropped : open);
                }
            }

            @Override
            public void drop(Predicate<String> instanceIds) {
                dropped.countDown();
            }
        });
        deadlines.schedule(new Deadline(START.plusSeconds(1), Deadline.Kind.FLOW, "y", "chat"), () -> {});
        CompletableFuture<?> advance = travels.emulator().advance(Duration.ofHours(1));
        waiting.await();

        CompletableFuture<?> replaced = travels.replace(
                Runnable::run,
                () -> {},
                new TimeTravels.Readings(
                        new EmulatorClock.Reading(START, EmulatorClock.Mode.FROZEN, Duration.ZERO), Map.of()));

        replaced.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(advance).isDone();
        assertThat(clocks.emulator().instant()).isEqualTo(START);
    }

    @Test
    @Rule("V43")
    void aReplacementThatFailsLeavesAllClocks() {
        travels.move("x", travel -> travel.set(LATER)).join();
        TimeTravels.Readings others = new TimeTravels.Readings(
                new EmulatorClock.Reading(START, EmulatorClock.Mode.FROZEN, Duration.ZERO), Map.of());

        CompletableFuture<?> failed = travels.replace(
                Runnable::run,
                () -> {
                    throw new IllegalStateException("meant to fail");
                },
                others);

        assertThat(failed).failsWithin(Duration.ofSeconds(10));
        assertThat(clocks.now("x")).isEqualTo(LATER);
        assertThat(clocks.emulator().read().mode()).isEqualTo(EmulatorClock.Mode.SYSTEM);
        travels.move("x", travel -> travel.advance(Duration.ofHours(1))).join();
        assertThat(clocks.now("x")).isEqualTo(LATER.plus(Duration.ofHours(1)));
    }

    @Test
    @Rule("V43")
    void whatIsReadIsWhatIsShown() {
        travels.move("x", travel -> travel.set(LATER)).join();
        travels.move("x", TimeTravel::freeze).join();

        TimeTravels.Readings read = travels.read();

        assertThat(read.emulator().mode()).isEqualTo(EmulatorClock.Mode.SYSTEM);
        assertThat(read.ofInstances()).containsOnlyKeys("x");
        assertThat(read.ofInstances().get("x").now()).isEqualTo(LATER);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
