package org.connectchat.flow.thread;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads of flows: a few that run actions, and others that wait for Lambda functions and bots, so that slow functions
 * do not delay other flows. They start with the first flow and end when they are idle.
 */
public final class FlowThreads implements AutoCloseable {

    /** How many calls of functions and bots run at a time; others wait. */
    private static final int MAX_CALLS = 128;

    private static final int MAX_CALLS_ON_VIRTUAL_THREADS = 1_000;
    private static final int FIRST_VERSION_WITH_VIRTUAL_THREADS = 21;
    private static final int IDLE_SECONDS = 30;

    /** How long the clock waits for actions that run. */
    private static final long MAX_SETTLING_MILLIS = 2_000;

    private final OpenTasks open = new OpenTasks();
    private final ExecutorService drivers =
            pool(Math.max(2, Runtime.getRuntime().availableProcessors()), platform("flow-"));
    private final ExecutorService callers = Runtime.version().feature() >= FIRST_VERSION_WITH_VIRTUAL_THREADS
            ? pool(MAX_CALLS_ON_VIRTUAL_THREADS, new VirtualThreadTaskExecutor("flow-call-").getVirtualThreadFactory())
            : pool(MAX_CALLS, platform("flow-call-"));

    private static ExecutorService pool(int most, ThreadFactory threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads,
                new ThreadPoolExecutor.DiscardPolicy()); // the emulator has stopped
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory platform(String prefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }

    /** Runs actions. {@link #settle} waits for these tasks. */
    public Executor drivers() {
        return task -> {
            open.add();
            drivers.execute(() -> {
                try {
                    task.run();
                } finally {
                    open.remove();
                }
            });
        };
    }

    /** Runs what blocks: calls of functions and bots. */
    public Executor callers() {
        return callers;
    }

    /** Waits until all actions that can run have run, but not more than two seconds. */
    public void settle() {
        open.await(MAX_SETTLING_MILLIS);
    }

    @Override
    public void close() {
        drivers.shutdownNow();
        callers.shutdownNow();
    }
}
