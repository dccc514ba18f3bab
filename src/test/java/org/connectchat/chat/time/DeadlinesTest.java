package org.connectchat.chat.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.chat.ChatFixture;
import org.connectchat.chat.time.Deadline.Kind;
import org.connectchat.testkit.MutableClock;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.Test;

/** Shows that whatever is due happens once, in the order of its moments, and that nothing due is forgotten. */
class DeadlinesTest {

    private static final Instant START = ChatFixture.START;

    private final MutableClock clock = new MutableClock(START);
    private final Deadlines deadlines = new Deadlines(new Clocks(clock));
    private final List<String> fired = new ArrayList<>();

    @Test
    void whatIsDueFiresInTheOrderOfItsMoments() {
        schedule(3, Kind.DURATION, "third");
        schedule(1, Kind.RETENTION, "first");
        schedule(2, Kind.CONNECTION, "second");
        clock.advance(Duration.ofSeconds(3));

        deadlines.fireDue();

        assertThat(fired).containsExactly("first", "second", "third");
    }

    @Test
    void whatIsDueAtOneMomentFiresInTheOrderOfItsKind() {
        schedule(1, Kind.RETENTION, "retention");
        schedule(1, Kind.CONNECTION, "connection");
        schedule(1, Kind.DURATION, "duration");
        schedule(1, Kind.CONNECTION, "another connection");
        clock.advance(Duration.ofSeconds(1));

        deadlines.fireDue();

        assertThat(fired).containsExactly("another connection", "connection", "duration", "retention");
    }

    @Test
    @Rule({"B4", "B5"})
    void nothingFiresBeforeItsMoment() {
        schedule(1, Kind.DURATION, "it");
        clock.set(START.plusMillis(999));
        deadlines.fireDue();
        assertThat(fired).isEmpty();

        clock.set(START.plusMillis(1000));
        deadlines.fireDue();

        assertThat(fired).containsExactly("it");
    }

    @Test
    void whatHasFiredDoesNotFireAgain() {
        schedule(1, Kind.DURATION, "it");
        clock.advance(Duration.ofSeconds(1));

        deadlines.fireDue();
        deadlines.fireDue();

        assertThat(fired).containsExactly("it");
        assertThat(deadlines.waiting()).isZero();
    }

    @Test
    void whatWasCancelledDoesNotFire() {
        schedule(1, Kind.DURATION, "cancelled");
        schedule(1, Kind.DURATION, "kept");
        deadlines.cancel(deadline(1, Kind.DURATION, "cancelled"));
        clock.advance(Duration.ofSeconds(1));

        deadlines.fireDue();

        assertThat(fired).containsExactly("kept");
    }

    @Test
    void oneThatFailsDoesNotKeepTheOthersFromFiring() {
        deadlines.schedule(deadline(1, Kind.CONNECTION, "failing"), () -> {
            throw new IllegalStateException("meant to fail");
        });
        schedule(2, Kind.CONNECTION, "next");
        clock.advance(Duration.ofSeconds(2));

        deadlines.fireDue();

        assertThat(fired).containsExactly("next");
    }

    @Test
    void oneThatSchedulesAnotherDueOneFiresItToo() {
        deadlines.schedule(deadline(1, Kind.CONNECTION, "first"), () -> schedule(2, Kind.RETENTION, "second"));
        clock.advance(Duration.ofSeconds(2));

        deadlines.fireDue();

        assertThat(fired).containsExactly("second");
    }

    @Test
    void eachFiresOnceThoughManyThreadsFire() {
        AtomicInteger count = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            deadlines.schedule(deadline(1, Kind.DURATION, "contact " + i), count::incrementAndGet);
        }
        clock.advance(Duration.ofSeconds(1));

        Simultaneously.call(8, number -> {
            deadlines.fireDue();
            return number;
        });

        assertThat(count).hasValue(1_000);
    }

    @Test
    void aStartedQueueFiresByItself() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch later = new CountDownLatch(1);
        try (Deadlines running = new Deadlines(new Clocks(Clock.systemUTC())).start()) {
            Instant now = Instant.now();
            running.schedule(
                    new Deadline(now.plusSeconds(3600), Kind.DURATION, "my-instance", "in an hour"), later::countDown);
            running.schedule(new Deadline(now.plusMillis(50), Kind.DURATION, "my-instance", "soon"), first::countDown);

            assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(later.getCount()).isEqualTo(1);
        }
    }

    @Test
    void aStartedQueueNoticesThatItsClockWasMoved() throws InterruptedException {
        CountDownLatch inAnHour = new CountDownLatch(1);
        try (Deadlines running = new Deadlines(new Clocks(clock)).start()) {
            running.schedule(deadline(3600, Kind.DURATION, "in an hour"), inAnHour::countDown);

            clock.advance(Duration.ofHours(1));

            assertThat(inAnHour.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** The clock leaps after the queue has looked for what is due and before it reckons how long to sleep. */
    @Test
    void aStartedQueueSurvivesALeapOfCenturies() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        InstantSource leaping = () -> looks.incrementAndGet() < 2 ? START : START.plus(Duration.ofDays(300_000));
        CountDownLatch soon = new CountDownLatch(1);
        try (Deadlines running = new Deadlines(new Clocks(leaping.withZone(ZoneOffset.UTC)))) {
            running.schedule(deadline(3600, Kind.DURATION, "in an hour"), soon::countDown);
            running.start();

            assertThat(soon.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Both wait for their own, so the queue runs empty again and again, which is when a wake-up can get lost. */
    @Test
    @Rule({"B4", "B5"})
    void aStartedQueueForgetsNothingWhenItRunsEmptyWhileOthersSchedule() {
        try (Deadlines running = new Deadlines(new Clocks(clock)).start()) {
            List<Integer> fires = Simultaneously.call(2, number -> {
                int count = 0;
                while (count < 40_000 && firesSoon(running, number + "/" + count)) {
                    count++;
                }
                return count;
            });

            assertThat(fires).containsOnly(40_000);
        }
    }

    private static boolean firesSoon(Deadlines running, String name) {
        CountDownLatch fired = new CountDownLatch(1);
        running.schedule(new Deadline(START, Kind.RETENTION, "my-instance", name), fired::countDown);
        try {
            return fired.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void schedule(long seconds, Kind kind, String name) {
        deadlines.schedule(deadline(seconds, kind, name), () -> fired.add(name));
    }

    private static Deadline deadline(long seconds, Kind kind, String name) {
        return new Deadline(START.plusSeconds(seconds), kind, "my-instance", name);
    }
}
