package org.connectchat.restjson.body;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Ends transfers that take too long: each mebibyte has the same time limit, and so the whole transfer has a limit too.
 */
final class Patience implements AutoCloseable {

    private static final long MEBIBYTE = 1L << 20;

    private final ScheduledThreadPoolExecutor timer;

    Patience() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "slow-clients");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    Watch watch(Duration perMebibyte, Runnable end) {
        return new Watch(perMebibyte, end);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** Watches one body; used by one thread at a time. */
    final class Watch {

        private final Duration perMebibyte;
        private final Runnable end;
        private ScheduledFuture<?> waiting;
        private long carried;

        private Watch(Duration perMebibyte, Runnable end) {
            this.perMebibyte = perMebibyte;
            this.end = end;
            this.waiting = schedule();
        }

        private ScheduledFuture<?> schedule() {
            return timer.schedule(end, perMebibyte.toNanos(), TimeUnit.NANOSECONDS);
        }

        void carried(int bytes) {
            carried += bytes;
            if (carried >= MEBIBYTE) {
                carried -= MEBIBYTE;
                waiting.cancel(false);
                waiting = schedule();
            }
        }

        void over() {
            waiting.cancel(false);
        }
    }
}
