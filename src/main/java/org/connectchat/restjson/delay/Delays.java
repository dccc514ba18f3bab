package org.connectchat.restjson.delay;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Times everything that waits without a thread, with one thread for all. When the emulator stops, all delays end at
 * once.
 */
public final class Delays implements SmartLifecycle, AutoCloseable {

    /** Runs when a delay ends. It must be quick. */
    @FunctionalInterface
    public interface End {

        /**
         * Runs once.
         *
         * @param stopped whether the delay ended early because the emulator stops
         */
        void ended(boolean stopped);
    }

    /** A delay that has begun. It ends once, or is cancelled and never ends. */
    public final class Delay {

        private final End end;
        private volatile @Nullable Future<?> timed;

        private Delay(End end) {
            this.end = end;
        }

        /** Cancels the delay unless it has ended. */
        public void cancel() {
            Future<?> task = timed;
            if (running.remove(this) && task != null) {
                task.cancel(false);
            }
        }

        private void finish(boolean early) {
            if (running.remove(this)) {
                end.ended(early);
            }
        }
    }

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "delays");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Delay> running = ConcurrentHashMap.newKeySet();
    private volatile boolean started;
    private volatile boolean stopped;

    public Delays() {
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Begins a delay on the real clock. */
    public Delay begin(Duration length, End end) {
        Delay delay = new Delay(end);
        running.add(delay);
        if (stopped) {
            delay.finish(true);
        } else {
            delay.timed = timer.schedule(() -> delay.finish(false), length.toNanos(), TimeUnit.NANOSECONDS);
        }
        return delay;
    }

    /** How many delays are running. */
    int count() {
        return running.size();
    }

    @Override
    public void start() {
        started = true;
    }

    /** Runs before the web server waits for open requests to finish. */
    @Override
    public void stop() {
        stopped = true;
        started = false;
        running.forEach(delay -> delay.finish(true));
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
