package org.connectchat.restjson;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Times the delays of all calls with one thread. When the emulator stops, those that are left end at once. */
final class Delays implements SmartLifecycle {

    /** Hears once how a delay ended; must be quick. */
    @FunctionalInterface
    interface End {

        /** @param stopped whether it ended early because the emulator stops */
        void ended(boolean stopped);
    }

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "delays");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<End> running = ConcurrentHashMap.newKeySet();
    private volatile boolean started;
    private volatile boolean stopped;

    /** Begins a delay on the real clock. */
    void begin(Duration delay, End end) {
        running.add(end);
        if (stopped) {
            finish(end, true);
        } else {
            timer.schedule(() -> finish(end, false), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void finish(End end, boolean early) {
        if (running.remove(end)) {
            end.ended(early);
        }
    }

    @Override
    public void start() {
        started = true;
    }

    /** Before the web server waits for open requests to finish. */
    @Override
    public void stop() {
        stopped = true;
        started = false;
        running.forEach(end -> finish(end, true));
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return started;
    }
}
