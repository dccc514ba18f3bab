package org.connectchat.delivery;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which tasks run, and which wait for their turn. Each destination may run one task, and further ones up to half of
 * what the other destinations leave of the maximum. So destinations that hang never take the threads of the others, and at
 * most as many tasks run as the maximum and one for each destination.
 */
final class Turns {

    /** The tasks of one destination. */
    private static final class Line {

        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final int most;
    private final Executor threads;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Map<String, Line> lines = new LinkedHashMap<>();

    @GuardedBy("lock")
    private int running;

    @GuardedBy("lock")
    private boolean closed;

    Turns(int most, Executor threads) {
        this.most = most;
        this.threads = threads;
    }

    /** Runs a task on a thread as soon as it is its turn. Those of one destination run in the order in which they came. */
    void run(String destination, Runnable task) {
        lock.lock();
        try {
            Line line = lines.computeIfAbsent(destination, name -> new Line());
            if (line.waiting.isEmpty() && mayRun(line)) {
                begin(line, 1);
            } else {
                line.waiting.add(task);
                return;
            }
        } finally {
            lock.unlock();
        }
        boolean begun = false;
        try {
            threads.execute(() -> work(destination, task));
            begun = true;
        } finally {
            if (!begun) { // there was no thread to be had
                end(destination);
            }
        }
    }

    private void work(String destination, Runnable task) {
        Turn turn = new Turn(destination, task);
        while (turn != null) {
            try {
                turn.task().run();
            } catch (RuntimeException | Error e) { // the tasks that wait need this thread
                LOG.error("A delivery has failed inside", e);
            }
            end(turn.destination());
            turn = next();
        }
    }

    private record Turn(String destination, Runnable task) {}

    private void end(String destination) {
        lock.lock();
        try {
            Line line = lines.get(destination);
            if (line != null) {
                begin(line, -1);
                if (line.running == 0 && line.waiting.isEmpty()) {
                    lines.remove(destination);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** The task whose turn it is: that of the destination with the fewest that run. */
    private @Nullable Turn next() {
        lock.lock();
        try {
            String destination = null;
            Line fewest = null;
            for (Map.Entry<String, Line> each : lines.entrySet()) {
                Line line = each.getValue();
                if (!line.waiting.isEmpty() && mayRun(line) && (fewest == null || line.running < fewest.running)) {
                    destination = each.getKey();
                    fewest = line;
                }
            }
            if (closed || destination == null || fewest == null) {
                return null;
            }
            begin(fewest, 1);
            return new Turn(destination, fewest.waiting.remove());
        } finally {
            lock.unlock();
        }
    }

    /** Tasks that wait run no more. */
    void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private boolean mayRun(Line line) {
        int ofOthers = running - line.running;
        return line.running == 0 || line.running < (most - ofOthers) / 2;
    }

    @GuardedBy("lock")
    private void begin(Line line, int more) {
        line.running += more;
        running += more;
    }
}
