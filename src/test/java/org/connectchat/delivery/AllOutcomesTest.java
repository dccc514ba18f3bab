package org.connectchat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Shows how the counts of owners are kept, and which are forgotten. */
class AllOutcomesTest {

    private final DeliveryThreads threads = new DeliveryThreads();
    private final AllOutcomes outcomes = new AllOutcomes(threads);

    @AfterEach
    void close() {
        threads.close();
    }

    private void delivers(String owner) {
        outcomes.change(owner, OutcomeCounts::waits);
        outcomes.change(owner, OutcomeCounts::delivered);
    }

    private long delivered(String owner) {
        return outcomes.of(owner).state().delivered();
    }

    @Test
    @Rule("C37")
    void theCountsThatWereUsedTheLongestTimeAgoAreForgotten() {
        for (int i = 0; i < AllOutcomes.MAX_OWNERS; i++) {
            delivers("owner " + i);
        }
        delivers("owner 0");

        delivers("another");

        assertThat(outcomes.owners()).isEqualTo(AllOutcomes.MAX_OWNERS);
        assertThat(delivered("owner 0")).isEqualTo(2);
        assertThat(delivered("owner 1")).isZero();
        assertThat(delivered("owner 2")).isEqualTo(1);
        assertThat(outcomes.all().state().delivered()).isEqualTo(AllOutcomes.MAX_OWNERS + 2L);
    }

    @Test
    @Rule("C37")
    void theCountsOfAnOwnerWhoseItemsWaitOrThatACallerWaitsForAreNot() {
        outcomes.change("waiting", OutcomeCounts::waits);
        CompletableFuture<LaneState> told = new CompletableFuture<>();
        LaneWatch dismissed = outcomes.of("dismissed").watch(state -> state.delivered() == 1, state -> {});
        outcomes.of("awaited").watch(state -> state.delivered() == 1, told::complete);
        outcomes.of("dismissed").dismiss(dismissed);

        for (int i = 0; i < 2 * AllOutcomes.MAX_OWNERS; i++) {
            delivers("owner " + i);
        }
        outcomes.change("waiting", OutcomeCounts::delivered);
        delivers("awaited");

        assertThat(outcomes.of("waiting").state()).isEqualTo(new LaneState(1, 0, 0, null, List.of()));
        assertThat(told.join().delivered()).isEqualTo(1);
        assertThat(outcomes.owners()).isEqualTo(AllOutcomes.MAX_OWNERS);
    }

    @Test
    @Rule("C37")
    void aResetOfAnOwnerCountsItAloneAnew() {
        delivers("here");
        delivers("there");
        outcomes.change("here", OutcomeCounts::waits);

        outcomes.reset("here");

        assertThat(delivered("here")).isZero();
        assertThat(outcomes.of("here").state().waiting()).isEqualTo(1);
        assertThat(delivered("there")).isEqualTo(1);
        assertThat(outcomes.all().state().delivered()).isEqualTo(2);
        outcomes.change("here", OutcomeCounts::delivered);
        outcomes.reset();
        assertThat(outcomes.owners()).isZero();
        assertThat(outcomes.all().state()).isEqualTo(LaneState.NONE);
    }

    @Test
    @Rule("C37")
    void underAnyConcurrencyNoItemIsLostThoughOwnersAreForgotten() {
        int items = 2_000;
        Simultaneously.call(100, thread -> {
            for (int i = 0; i < items; i++) {
                String owner = "owner " + ThreadLocalRandom.current().nextInt(3 * AllOutcomes.MAX_OWNERS);
                delivers(owner);
                if (i % 100 == 0) {
                    outcomes.reset(owner);
                }
            }
            return thread;
        });

        assertThat(outcomes.all().state().delivered()).isEqualTo(100L * items);
        assertThat(outcomes.all().state().waiting()).isZero();
        delivers("another");
        assertThat(outcomes.owners()).isLessThanOrEqualTo(AllOutcomes.MAX_OWNERS);
        for (int i = 0; i < 3 * AllOutcomes.MAX_OWNERS; i++) {
            assertThat(outcomes.of("owner " + i).state().waiting()).isZero();
        }
    }
}
