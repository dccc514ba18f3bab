package org.connectchat.flow.thread;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.core.task.VirtualThreadTaskExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * The threads of flows: a few that run actions, and others that wait for Lambda functions and bots, so that slow functions
 * keep no flow from going on. They begin with the first flow and end when they are idle.
 */
public final class FlowThreads implements FlowTasks, AutoCloseable {

    /** The calls that may be under way at the same time; further ones wait. */
    private static final int MAX_CALLS = 128;

    private static final int MAX_CALLS_ON_VIRTUAL_THREADS = 1_000;
    private static final int FIRST_VERSION_WITH_VIRTUAL_THREADS = 21;
    private static final int IDLE_SECONDS = 30;

    /** The clock waits no longer for what is under way: a call of a bot takes ten seconds at most. */
    private static final Duration MAX_SETTLING = Duration.ofSeconds(12);

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
                new ThreadPoolExecutor.DiscardPolicy()); // after the stop
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    private static ThreadFactory platform(String prefix) {
        CustomizableThreadFactory threads = new CustomizableThreadFactory(prefix);
        threads.setDaemon(true);
        return threads;
    }

    @Override
    public void drive(String instanceId, Runnable task) {
        execute(drivers, instanceId, task);
    }

    @Override
    public void call(String instanceId, Runnable task) {
        execute(callers, instanceId, task);
    }

    private void execute(Executor threads, String instanceId, Runnable task) {
        OpenTasks.Group group = open.add(instanceId);
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                open.remove(group);
            }
        });
    }

    /** The tasks of some instances that are open run on, but {@link #settle} waits for them no more. */
    public void drop(Predicate<String> instanceIds) {
        open.drop(instanceIds);
    }

    /** Waits until all actions of some instances have run that can run, and all their calls are over; so long at most. */
    public void settle(Predicate<String> instanceIds, Duration atMost) {
        open.await(instanceIds, atMost.compareTo(MAX_SETTLING) < 0 ? atMost : MAX_SETTLING);
    }

    @Override
    public void close() {
        drivers.shutdownNow();
        callers.shutdownNow();
    }
}
