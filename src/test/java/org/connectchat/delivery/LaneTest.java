package org.connectchat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.connectchat.delivery.LaneState.FailedItem;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LaneTest {

    private static final Duration SOON = Duration.ofMillis(2);

    private final List<Integer> taken = new CopyOnWriteArrayList<>();
    private Deliveries deliveries = deliveries(10_000, 1 << 20, Duration.ofSeconds(30));

    private static Deliveries deliveries(int maxWaiting, long maxMemory, Duration afterEnd) {
        return new Deliveries(
                new DeliverySettings(maxWaiting, DataSize.ofBytes(maxMemory), Duration.ofSeconds(5), SOON, afterEnd));
    }

    @AfterEach
    void close() {
        deliveries.close();
    }

    private Lane<Integer> open(Recipient<Integer> recipient) {
        return deliveries.open(
                deliveries.together(), new LaneSource("an owner", "a source"), "a destination", recipient);
    }

    private static void offer(Lane<Integer> lane, int... items) {
        for (int item : items) {
            lane.offer("item " + item, item, 10);
        }
    }

    private static LaneState awaited(Lane<?> lane, long settled) {
        await().until(() ->
                lane.outcomes().state().delivered() + lane.outcomes().state().failed() >= settled);
        return lane.outcomes().state();
    }

    @Test
    @Rule("S12")
    void itemsAreDeliveredInOrderThoughEveryThirdAttemptFails() {
        AtomicInteger attempts = new AtomicInteger();
        Lane<Integer> lane = open(item -> {
            if (attempts.incrementAndGet() % 3 == 0) {
                throw DeliveryFailure.forNow("busy");
            }
            taken.add(item);
        });

        offer(lane, IntStream.range(0, 200).toArray());

        assertThat(awaited(lane, 200)).isEqualTo(new LaneState(200, 0, 0, null, List.of()));
        assertThat(taken)
                .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
        assertThat(deliveries.memoryTaken()).isZero();
    }

    @Test
    @Rule("S12")
    void aFinalFailureIsNamedAndHoldsUpNoOtherItem() {
        Lane<Integer> lane = open(item -> {
            if (item == 2) {
                throw DeliveryFailure.forGood("forbidden");
            }
            if (item == 3) {
                throw new IllegalStateException("broken");
            }
            taken.add(item);
        });

        offer(lane, 1, 2, 3, 4);

        assertThat(awaited(lane, 4).latestFailures())
                .containsExactly(
                        new FailedItem("item 2", "forbidden"),
                        new FailedItem("item 3", "a failure inside: IllegalStateException"));
        assertThat(taken).containsExactly(1, 4);
    }

    @Test
    @Rule("S12")
    void anErrorEndsTheAttemptAndNotTheLane() {
        Lane<Integer> lane = open(item -> {
            if (item == 1) {
                throw new NoClassDefFoundError("gone");
            }
            taken.add(item);
        });

        offer(lane, 1, 2);

        assertThat(awaited(lane, 2).latestFailures())
                .containsExactly(new FailedItem("item 1", "a failure inside: NoClassDefFoundError"));
        assertThat(taken).containsExactly(2);
    }

    @Test
    @Rule("S12")
    void theReasonOfARefusalNamesTheLatestAttemptAndNoOtherRefusal() {
        deliveries = deliveries(1, 1 << 20, Duration.ofSeconds(30));
        Lane<Integer> lane = open(item -> {
            throw DeliveryFailure.forNow("busy");
        });
        offer(lane, 1);
        await().until(() -> "busy".equals(lane.outcomes().state().problem()));

        offer(lane, 2, 3, 4, 5);

        assertThat(lane.outcomes().state().latestFailures())
                .hasSize(4)
                .allSatisfy(item -> assertThat(item.reason())
                        .containsOnlyOnce("before that")
                        .endsWith("busy"));
    }

    @Test
    @Rule("S12")
    void aRecipientThatHangsHoldsUpNeitherCallersNorOtherLanes() {
        CountDownLatch open = new CountDownLatch(1);
        Lane<Integer> hanging = open(item -> {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw DeliveryFailure.forGood("interrupted");
            }
        });
        Lane<Integer> other = open(taken::add);

        offer(hanging, 1, 2);
        offer(other, 3);

        assertThat(awaited(other, 1).delivered()).isEqualTo(1);
        assertThat(hanging.outcomes().state().waiting()).isEqualTo(2);
        open.countDown();
        assertThat(awaited(hanging, 2).delivered()).isEqualTo(2);
    }

    @Test
    @Rule("S12")
    void beyondTheMaximumItemsAreGivenUpAndNamedAndTheOthersAreDeliveredLater() {
        deliveries = deliveries(3, 1 << 20, Duration.ofSeconds(30));
        AtomicBoolean down = new AtomicBoolean(true);
        Lane<Integer> lane = open(item -> {
            if (down.get()) {
                throw DeliveryFailure.forNow("down");
            }
            taken.add(item);
        });

        offer(lane, 1, 2, 3, 4, 5);
        await().until(() -> lane.outcomes().state().problem() != null);
        down.set(false);

        LaneState state = awaited(lane, 5);
        assertThat(state.delivered()).isEqualTo(3);
        assertThat(state.latestFailures()).extracting(FailedItem::name).containsExactly("item 4", "item 5");
        assertThat(state.latestFailures().get(0).reason()).contains("emulator.delivery.max-waiting");
        assertThat(taken).containsExactly(1, 2, 3);
    }

    @Test
    @Rule("S12")
    void theMemoryOfAllLanesTogetherIsBoundedAndGivenBack() {
        deliveries = deliveries(10_000, 10_000, Duration.ofSeconds(30));
        AtomicBoolean down = new AtomicBoolean(true);
        Recipient<Integer> recipient = item -> {
            if (down.get()) {
                throw DeliveryFailure.forNow("down");
            }
            taken.add(item);
        };
        List<Lane<Integer>> lanes =
                IntStream.range(0, 8).mapToObj(number -> open(recipient)).toList();

        Simultaneously.call(8, number -> {
            offer(lanes.get(number), IntStream.range(0, 100).toArray());
            return number;
        });

        long waiting = lanes.stream()
                .mapToLong(lane -> lane.outcomes().state().waiting())
                .sum();
        assertThat(deliveries.memoryTaken()).isPositive().isLessThanOrEqualTo(10_000);
        assertThat(waiting
                        + lanes.stream()
                                .mapToLong(lane -> lane.outcomes().state().failed())
                                .sum())
                .isEqualTo(800);
        down.set(false);
        await().until(() -> deliveries.memoryTaken() == 0);
        assertThat(taken).hasSize((int) waiting);
    }

    @Test
    @Rule("S12")
    void theOrderHoldsUnderManyLanesAndThreads() {
        AtomicInteger attempts = new AtomicInteger();
        List<List<Integer>> byLane = IntStream.range(0, 20)
                .<List<Integer>>mapToObj(number -> new CopyOnWriteArrayList<>())
                .toList();
        List<Lane<Integer>> lanes = byLane.stream()
                .map(items -> open((Recipient<Integer>) item -> {
                    if (attempts.incrementAndGet() % 7 == 0) {
                        throw DeliveryFailure.forNow("busy");
                    }
                    items.add(item);
                }))
                .toList();

        Simultaneously.call(20, number -> {
            offer(lanes.get(number), IntStream.range(0, 100).toArray());
            lanes.get(number).close();
            return number;
        });

        await().until(() -> deliveries.lanes() == 0);
        assertThat(byLane)
                .allSatisfy(items -> assertThat(items)
                        .containsExactlyElementsOf(
                                IntStream.range(0, 100).boxed().toList()));
    }
}
