package org.connectchat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.connectchat.delivery.LaneState.FailedItem;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.unit.DataSize;

/** The end of a lane: by its source, by a reset, by the stop, and for those that wait for it. */
@ExtendWith(OutputCaptureExtension.class)
class LaneEndTest {

    private final List<Integer> taken = new CopyOnWriteArrayList<>();
    private Deliveries deliveries = deliveries(Duration.ofSeconds(30));

    private static Deliveries deliveries(Duration afterEnd) {
        return new Deliveries(new DeliverySettings(
                10_000, DataSize.ofMegabytes(1), Duration.ofSeconds(5), Duration.ofMillis(2), afterEnd));
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
        return await().until(() -> lane.outcomes().state(), state -> state.delivered() + state.failed() >= settled);
    }

    @Test
    @Rule("S12")
    void whatWaitsAtTheEndIsTriedForABoundedTimeOnly() {
        deliveries = deliveries(Duration.ofMillis(50));
        Lane<Integer> lane = open(item -> {
            throw DeliveryFailure.forNow("down");
        });
        offer(lane, 1, 2);

        lane.close();
        lane.offer("late", 3, 10);

        LaneState state = awaited(lane, 3);
        assertThat(state.latestFailures().get(0)).isEqualTo(new FailedItem("late", "the lane is closed"));
        assertThat(state.latestFailures())
                .hasSize(3)
                .last()
                .satisfies(item -> assertThat(item.reason()).contains("emulator.delivery.after-end", "down"));
        await().until(() -> deliveries.lanes() == 0);
        assertThat(deliveries.memoryTaken()).isZero();
    }

    @Test
    @Rule("S12")
    void eachItemHasAnAttemptBeforeItIsGivenUp() {
        deliveries = deliveries(Duration.ZERO);
        Lane<Integer> lane = open(item -> {
            taken.add(item);
            throw DeliveryFailure.forNow("down");
        });
        offer(lane, IntStream.range(0, 50).toArray());

        lane.close();

        assertThat(awaited(lane, 50).failed()).isEqualTo(50);
        assertThat(taken).containsSubsequence(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    @Rule("S12")
    void theStopSaysHowManyItemsWaited(CapturedOutput output) {
        Lane<Integer> lane = open(item -> {
            throw DeliveryFailure.forNow("down");
        });
        offer(lane, 1, 2, 3);

        deliveries.close();

        assertThat(output).contains("3 items were not delivered before the stop");
    }

    @Test
    @Rule({"S12", "C2"})
    void aResetDropsWhatWaits() {
        Lane<Integer> lane = open(item -> {
            throw DeliveryFailure.forNow("down");
        });
        offer(lane, 1, 2, 3);

        deliveries.discard(source -> source.id().equals("another source"));
        assertThat(lane.outcomes().state().waiting()).isEqualTo(3);
        deliveries.discard(source -> source.id().equals("a source"));
        deliveries.discard(source -> source.id().equals("a source"));

        assertThat(lane.outcomes().state().waiting()).isZero();
        assertThat(deliveries.memoryTaken()).isZero();
        assertThat(deliveries.lanes()).isZero();
    }

    @Test
    @Rule("S12")
    void aCallerThatWaitsIsToldOnceAndWithNullWhenNoOtherStateFollows() {
        Lane<Integer> lane = open(taken::add);
        List<LaneState> told = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<LaneState> never = new CompletableFuture<>();
        CompletableFuture<LaneState> dismissed = new CompletableFuture<>();
        lane.outcomes().watch(state -> state.delivered() >= 2, told::add);
        lane.outcomes().watch(state -> state.delivered() >= 9, never::complete);
        lane.outcomes().dismiss(lane.outcomes().watch(state -> state.delivered() >= 1, dismissed::complete));

        offer(lane, 1, 2, 3);
        awaited(lane, 3);
        lane.close();

        assertThat(never.join()).isNull();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).delivered()).isEqualTo(2);
        assertThat(dismissed).isNotDone();
    }
}
