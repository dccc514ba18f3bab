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

    private CompletableFuture<Void> call(CountDownLatch until) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        threads.callers().execute(() -> {
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
        CompletableFuture<?> unused = call(mayEnd);
        CompletableFuture<Void> settled = CompletableFuture.runAsync(() -> threads.settle(LONG));
        assertThat(settled).isNotDone();

        threads.drop();

        settled.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    @Rule("F49")
    void aDroppedCallThatEndsCountsForNoLaterOne() {
        CompletableFuture<Void> dropped = call(mayEnd);
        threads.drop();
        CountDownLatch laterMayEnd = new CountDownLatch(1);
        CompletableFuture<Void> later = call(laterMayEnd);
        mayEnd.countDown();
        dropped.join();

        CompletableFuture<Void> settled = CompletableFuture.runAsync(() -> threads.settle(LONG));
        assertThat(settled).isNotDone();
        laterMayEnd.countDown();
        settled.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(later).isDone();
    }
}
