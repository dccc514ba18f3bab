package org.connectchat.delivery;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads of all lanes: some that make attempts, and one that tells callers. They begin with the first item and end when
 * they are idle. A lane that pauses holds no thread.
 */
final class DeliveryThreads implements AutoCloseable {

    /** The attempts that may be under way at the same time; further lanes wait for their turn. */
    private static final int MAX_ATTEMPTS = 64;

    private static final int MAX_ATTEMPTS_ON_VIRTUAL_THREADS = 512;
    private static final int FIRST_VERSION_WITH_VIRTUAL_THREADS = 21;
    private static final int IDLE_SECONDS = 30;

    private final ExecutorService workers = Runtime.version().feature() >= FIRST_VERSION_WITH_VIRTUAL_THREADS
            ? pool(
                    MAX_ATTEMPTS_ON_VIRTUAL_THREADS,
                    new VirtualThreadTaskExecutor("delivery-").getVirtualThreadFactory())
            : pool(MAX_ATTEMPTS, platform("delivery-"));
    private final ExecutorService tellers = pool(1, platform("delivery-tells-"));

    private static ExecutorService pool(int most, ThreadFactory threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads,
                new ThreadPoolExecutor.DiscardPolicy()); // after the stop
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory platform(String prefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }

    /** Runs what may block. */
    void work(Runnable task) {
        workers.execute(task);
    }

    /** Runs what may block, after a pause. */
    void workAfter(Duration pause, Runnable task) {
        CompletableFuture.delayedExecutor(pause.toNanos(), TimeUnit.NANOSECONDS, workers)
                .execute(task);
    }

    /** Runs what returns at once, on a thread that holds no lock. */
    void tell(Runnable task) {
        tellers.execute(task);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        tellers.shutdownNow();
    }
}
