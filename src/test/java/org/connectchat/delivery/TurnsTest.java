package org.connectchat.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.Simultaneously;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int MOST = 8;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Turns turns = new Turns(MOST, threads);
    private final CountDownLatch mended = new CountDownLatch(1);
    private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();

    @AfterEach
    void stop() {
        mended.countDown();
        threads.shutdownNow();
    }

    private int runningOf(String destination) {
        return running.computeIfAbsent(destination, name -> new AtomicInteger()).get();
    }

    private void hang(String destination) {
        turns.run(destination, () -> {
            running.computeIfAbsent(destination, name -> new AtomicInteger()).incrementAndGet();
            try {
                mended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            done.incrementAndGet();
        });
    }

    @Test
    @Rule("S12")
    void destinationsThatHangLeaveThreadsToTheOthers() {
        for (String hanging : List.of("one", "two", "three", "four", "five", "six")) {
            IntStream.range(0, 100).forEach(lane -> hang(hanging));
            await().until(() -> runningOf(hanging) > 0);
        }
        AtomicInteger healthy = new AtomicInteger();

        IntStream.range(0, 1000).forEach(lane -> turns.run("healthy", healthy::incrementAndGet));

        await().until(() -> healthy.get() == 1000);
        assertThat(runningOf("one")).isEqualTo(MOST / 2);
        assertThat(running.values().stream().mapToInt(AtomicInteger::get).sum()).isLessThanOrEqualTo(MOST + 6);
        mended.countDown();
        await().until(() -> done.get() == 600);
    }

    @Test
    @Rule("S12")
    void everyTaskOfManyDestinationsRunsOnceThoughSomeFail() {
        AtomicInteger ran = new AtomicInteger();

        Simultaneously.call(20, number -> {
            IntStream.range(0, 500)
                    .forEach(task -> turns.run("destination " + (task + number) % 7, () -> {
                        if (ran.incrementAndGet() % 1000 == 0) {
                            throw new IllegalStateException("broken");
                        }
                    }));
            return number;
        });

        await().until(() -> ran.get() == 10_000);
    }

    @Test
    @Rule("S12")
    void theTasksOfADestinationBeginInTheOrderInWhichTheyCame() {
        List<Integer> begun = new CopyOnWriteArrayList<>();
        Turns one = new Turns(2, threads);

        IntStream.range(0, 200).forEach(task -> one.run("slow", () -> begun.add(task)));

        await().until(() -> begun.size() == 200);
        assertThat(begun)
                .containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
    }

    @Test
    @Rule("S12")
    void afterTheEndNothingThatWaitsRuns() {
        IntStream.range(0, 100).forEach(lane -> hang("hanging"));
        await().until(() -> runningOf("hanging") == MOST / 2);

        turns.close();
        mended.countDown();

        await().until(() -> done.get() == MOST / 2);
        assertThat(runningOf("hanging")).isEqualTo(MOST / 2);
    }
}
