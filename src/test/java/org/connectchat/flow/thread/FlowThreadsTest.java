package org.connectchat.flow.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the clock waits for. */
class FlowThreadsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final FlowThreads threads = new FlowThreads();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @AfterEach
    void close() {
        mayEnd.countDown();
        threads.close();
    }

    private CompletableFuture<Void> call(String instanceId, CountDownLatch until) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        threads.call(instanceId, () -> {
            try {
                until.await();
                ended.complete(null);
            } catch (InterruptedException e) {
                ended.completeExceptionally(e);
            }
        });
        return ended;
    }

    @Test
    @Rule("F49")
    void callsThatAreDroppedAreWaitedForNoMore() {
        CompletableFuture<?> unused = call("a", mayEnd);
        CompletableFuture<Void> settled = CompletableFuture.runAsync(() -> threads.settle("a"::equals, LONG));
        assertThat(settled).isNotDone();

        threads.drop("a"::equals);

        settled.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    @Rule("F49")
    void aDroppedCallThatEndsCountsForNoLaterOne() {
        CompletableFuture<Void> dropped = call("a", mayEnd);
        threads.drop("a"::equals);
        CountDownLatch laterMayEnd = new CountDownLatch(1);
        CompletableFuture<Void> later = call("a", laterMayEnd);
        mayEnd.countDown();
        dropped.join();

        CompletableFuture<Void> settled = CompletableFuture.runAsync(() -> threads.settle("a"::equals, LONG));
        assertThat(settled).isNotDone();
        laterMayEnd.countDown();
        settled.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(later).isDone();
    }

    @Test
    @Rule("C40")
    void callsOfAnotherInstanceAreNotWaitedFor() {
        CompletableFuture<Void> other = call("b", mayEnd);

        CompletableFuture.runAsync(() -> threads.settle("a"::equals, LONG))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();

        assertThat(other).isNotDone();
    }
}
