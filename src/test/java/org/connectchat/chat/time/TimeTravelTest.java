package org.connectchat.chat.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.testkit.MutableClock;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows that a step over many deadlines is the same as having lived through them. */
class TimeTravelTest {

    private static final Instant START = ChatFixture.START;

    private static final String INSTANCE_ID = "my-instance";

    private final MutableClock system = new MutableClock(START);
    private final Clocks clocks = new Clocks(system);
    private final EmulatorClock clock = clocks.emulator();
    private final Deadlines deadlines = new Deadlines(clocks);
    private final TimeTravels travels = new TimeTravels(clocks, deadlines);
    private final TimeTravel travel = travels.emulator();
    private final List<String> fired = new ArrayList<>();

    @Test
    @Rule("C4")
    void eachDeadlineFiresAtItsOwnMoment() {
        schedule(2, "second");
        schedule(1, "first");
        schedule(4, "later");

        travel.advance(Duration.ofSeconds(3)).join();

        assertThat(fired).containsExactly("first at 1", "second at 2");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
    }

    @Test
    @Rule("C4")
    void whatIsScheduledOnTheWayFiresOnTheWay() {
        deadlines.schedule(new Deadline(START.plusSeconds(1), Kind.CONNECTION, INSTANCE_ID, "first"), () -> {
            schedule(3, "third");
            schedule(2, "second");
            schedule(9, "later");
        });

        travel.set(START.plusSeconds(5)).join();

        assertThat(fired).containsExactly("second at 2", "third at 3");
        assertThat(deadlines.waiting()).isEqualTo(1);
    }

    @Test
    @Rule("C4")
    void whatWasOverdueFiresWithoutMovingTheClockBack() {
        travel.freeze().join();
        schedule(-10, "overdue");

        travel.advance(Duration.ofSeconds(1)).join();

        assertThat(fired).containsExactly("overdue at 0");
    }

    @Test
    @Rule("C4")
    void aStepBackFiresNothing() {
        schedule(-5, "before");
        deadlines.fireDue();
        schedule(5, "after");

        travel.set(START.minusSeconds(100)).join();

        assertThat(fired).containsExactly("before at 0");
        assertThat(clock.instant()).isEqualTo(START.minusSeconds(100));
    }

    @Test
    @Rule("C4")
    void deadlinesOfOneMomentAreToldApartByTheirSubjects() {
        for (String subject : List.of("b", "a", "")) {
            deadlines.schedule(
                    new Deadline(START.plusSeconds(1), Kind.IDLE, INSTANCE_ID, "contact", subject),
                    () -> fired.add("<" + subject + ">"));
        }
        deadlines.cancel(new Deadline(START.plusSeconds(1), Kind.IDLE, INSTANCE_ID, "contact", "b"));

        travel.advance(Duration.ofSeconds(1)).join();

        assertThat(fired).containsExactly("<>", "<a>");
    }

    @Test
    @Rule("F80")
    void theClockStandsStillAtEachMomentUntilWhatBeganThereIsDone() {
        deadlines.settleWith((instanceIds, atMost) -> fired.add(
                "settled at " + Duration.between(START, clock.instant()).toSeconds()));
        schedule(1, "first");
        schedule(1, "another");
        schedule(3, "third");

        travel.advance(Duration.ofSeconds(4)).join();

        assertThat(fired)
                .containsExactly(
                        "settled at 0",
                        "another at 1",
                        "settled at 1",
                        "first at 1",
                        "settled at 1",
                        "third at 3",
                        "settled at 3");
    }

    @Test
    @Rule("F80")
    void noLockIsHeldWhileTheClockStandsStill() {
        schedule(1, "first");
        deadlines.settleWith((instanceIds, atMost) -> {
            if (fired.contains("first at 1") && !fired.contains("meanwhile at 1")) {
                schedule(1, "meanwhile");
                CompletableFuture.runAsync(deadlines::fireDue).join();
            }
        });

        travel.advance(Duration.ofSeconds(4)).join();

        assertThat(fired).containsExactly("first at 1", "meanwhile at 1");
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(4));
    }

    @Test
    @Rule("F80")
    void whatAnotherThreadFiresIsDoneToo() {
        List<String> settled = new ArrayList<>();
        deadlines.settleWith((instanceIds, atMost) -> {
            settled.add(String.valueOf(fired));
            if (settled.size() == 1) {
                schedule(0, "elsewhere");
                CompletableFuture.runAsync(deadlines::fireDue).join();
            }
        });

        travel.advance(Duration.ofSeconds(1)).join();

        assertThat(settled).containsExactly("[]", "[elsewhere at 0]");
    }

    @Test
    void aFrozenClockStandsAtAWholeMillisecond() {
        system.advance(Duration.ofNanos(456_789));

        assertThat(travel.freeze().join().now()).isEqualTo(START);
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void freezingAClockThatStandsMovesNothing() {
        travel.freeze().join();
        Instant between = START.plusNanos(1_500_001);
        travel.set(between).join();

        assertThat(travel.freeze().join().now()).isEqualTo(between);
    }

    @Test
    @Rule("C4")
    void aResetGoesWithTheSystemAgain() {
        travel.freeze().join();
        travel.set(START.plusSeconds(1000)).join();
        system.advance(Duration.ofSeconds(1));

        EmulatorClock.Reading reading = travel.reset().join();

        assertThat(reading)
                .isEqualTo(new EmulatorClock.Reading(START.plusSeconds(1), EmulatorClock.Mode.SYSTEM, Duration.ZERO));
    }

    @Test
    @Rule("C4")
    void stepsFromManyThreadsAndARunningQueueKeepTheOrder() {
        ConcurrentLinkedQueue<Instant> moments = new ConcurrentLinkedQueue<>();
        Random random = new Random(1);
        try (Deadlines running = new Deadlines(clocks).start()) {
            TimeTravel travelling = new TimeTravel(clock, clocks, running);
            travelling.freeze().join();
            for (int i = 0; i < 10_000; i++) {
                Instant at = START.plusMillis(1 + random.nextInt(100_000));
                running.schedule(new Deadline(at, Kind.DURATION, INSTANCE_ID, "contact " + i), () -> moments.add(at));
            }

            Simultaneously.call(
                    20, number -> travelling.advance(Duration.ofSeconds(5)).join());

            assertThat(moments).hasSize(10_000);
            assertThat(moments.stream().collect(Collectors.toList())).isSorted();
            assertThat(clock.instant()).isEqualTo(START.plusSeconds(100));
        }
    }

    private void schedule(long seconds, String name) {
        deadlines.schedule(
                new Deadline(START.plusSeconds(seconds), Kind.DURATION, INSTANCE_ID, name),
                () -> fired.add(
                        name + " at " + Duration.between(START, clock.instant()).toSeconds()));
    }

    @Test
    @Rule("F49")
    void aResetDoesNotWaitForWhatAnAdvanceWaitsFor() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        deadlines.settleWith(new Deadlines.Settling() {

            @Override
            public void await(Predicate<String> instanceIds, Duration atMost) {
                waiting.countDown();
                awaitUninterruptibly(dropped);
            }

            @Override
            public void drop(Predicate<String> instanceIds) {
                dropped.countDown();
            }
        });

        CompletableFuture<EmulatorClock.Reading> advance = travel.advance(Duration.ofHours(1));
        waiting.await();

        assertThat(travel.reset().orTimeout(10, TimeUnit.SECONDS).join().now()).isEqualTo(START);
        assertThat(advance.join().now()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
