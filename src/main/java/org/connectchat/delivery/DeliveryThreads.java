package org.connectchat.delivery;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
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

    /**
     * The attempts that may be under way at the same time, besides one for each destination. With more of
     * them a slow server responds to each one later, perhaps beyond the time limit, so that it is repeated. Virtual threads
     * that make attempts also take turns with those of requests.
     */
    private static final int MAX_ATTEMPTS = 32;

    private static final int FIRST_VERSION_WITH_VIRTUAL_THREADS = 21;
    private static final int IDLE_SECONDS = 30;

    private final ExecutorService workers;
    private final ExecutorService tellers = pool(1, 1, new LinkedBlockingQueue<>(), platform("delivery-tells-"));
    private final Turns turns;

    DeliveryThreads() {
        boolean isVirtual = Runtime.version().feature() >= FIRST_VERSION_WITH_VIRTUAL_THREADS;
        ThreadFactory threads = isVirtual
                ? new VirtualThreadTaskExecutor("delivery-").getVirtualThreadFactory()
                : platform("delivery-");
        // The turns bound the threads. A task must not wait in the pool, behind those of other destinations.
        this.workers = pool(0, Integer.MAX_VALUE, new SynchronousQueue<>(), threads);
        this.turns = new Turns(MAX_ATTEMPTS, workers);
    }

    private static ExecutorService pool(int first, int most, BlockingQueue<Runnable> waiting, ThreadFactory threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                first,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                waiting,
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

    /** Runs what may block, as soon as it is the turn of its destination. */
    void work(String destination, Runnable task) {
        turns.run(destination, task);
    }

    /** Runs what may block, after a pause. */
    void workAfter(Duration pause, String destination, Runnable task) {
        CompletableFuture.delayedExecutor(
                        pause.toNanos(), TimeUnit.NANOSECONDS, paused -> turns.run(destination, paused))
                .execute(task);
    }

    /** Runs what returns at once, on a thread that holds no lock. */
    void tell(Runnable task) {
        tellers.execute(task);
    }

    @Override
    public void close() {
        turns.close();
        workers.shutdownNow();
        tellers.shutdownNow();
    }
}
