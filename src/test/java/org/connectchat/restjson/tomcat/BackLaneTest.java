package org.connectchat.restjson.tomcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.connectchat.restjson.tomcat.BackLane.Continuation;
import org.connectchat.restjson.tomcat.BackLane.Place;
import org.junit.jupiter.api.Test;

/** Shows that connections which have used up a turn take few threads, and lose no turn. */
class BackLaneTest {

    private final List<Runnable> started = new ArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    private Continuation turn(Consumer<Place> turn) {
        return new Continuation() {
            @Override
            public void run(Place place) {
                turn.accept(place);
            }

            @Override
            public void refused() {
                refused.incrementAndGet();
            }
        };
    }

    @Test
    void onlySoManyRunAtATimeInTheirOrder() {
        BackLane lane = new BackLane(2, started::add);
        List<Integer> ran = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            lane.add(turn(place -> ran.add(number)));
        }

        assertThat(started).hasSize(2);
        for (int i = 0; i < 5; i++) {
            started.get(i).run();
        }
        assertThat(ran).containsExactly(0, 1, 2, 3, 4);
        assertThat(started).hasSize(5);
    }

    @Test
    void aTurnThatWaitsForItsClientLeavesItsPlace() {
        BackLane lane = new BackLane(1, started::add);
        lane.add(turn(place -> {
            place.leave();
            assertThat(started).as("the next one has begun").hasSize(2);
        }));
        lane.add(turn(place -> {}));
        lane.add(turn(place -> {}));

        started.get(0).run();
        assertThat(started).as("a place is left once").hasSize(2);
        started.get(1).run();
        assertThat(started).hasSize(3);
    }

    @Test
    void whatNoThreadTakesIsRefused() {
        BackLane lane = new BackLane(1, turn -> {
            throw new RejectedExecutionException("stopped");
        });
        for (int i = 0; i < 10_000; i++) {
            lane.add(turn(place -> {}));
        }

        assertThat(refused).hasValue(10_000);
    }

    @Test
    void noTurnIsLostAmongManyThreads() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            BackLane lane = new BackLane(2, threads);
            AtomicInteger running = new AtomicInteger();
            AtomicInteger most = new AtomicInteger();
            CountDownLatch all = new CountDownLatch(20_000);
            Continuation one = turn(place -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                running.decrementAndGet();
                all.countDown();
            });
            for (int thread = 0; thread < 8; thread++) {
                threads.execute(() -> {
                    for (int i = 0; i < 2_500; i++) {
                        lane.add(one);
                    }
                });
            }

            all.await();
            assertThat(most.get()).isBetween(1, 2);
        } finally {
            threads.shutdownNow();
        }
    }
}
