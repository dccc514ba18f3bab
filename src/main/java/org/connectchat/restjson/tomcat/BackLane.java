package org.connectchat.restjson.tomcat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the next turns of connections that have used up a turn: in the order in which they came, and only a few at a time,
 * so that processors and threads are left for all other connections.
 */
final class BackLane {

    /** The next turn of a connection. */
    interface Continuation {

        /** Runs the turn. It leaves the place early if the thread has to wait for the client. */
        void run(Place place);

        /** Called if there is no thread for the turn, for example because the emulator stops. */
        void refused();
    }

    private static final Logger LOG = LoggerFactory.getLogger(BackLane.class);

    private final Queue<Continuation> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore places;
    private final Executor threads;

    BackLane(int atATime, Executor threads) {
        this.places = new Semaphore(atATime);
        this.threads = threads;
    }

    void add(Continuation next) {
        waiting.add(next);
        startWaiting();
    }

    private void startWaiting() {
        while (!waiting.isEmpty() && places.tryAcquire()) {
            boolean started = false;
            try {
                Continuation next = waiting.poll();
                started = next != null && start(next);
            } finally {
                if (!started) {
                    places.release();
                }
            }
        }
    }

    private boolean start(Continuation next) {
        boolean started = false;
        try {
            threads.execute(() -> {
                Place place = new Place();
                try {
                    next.run(place);
                } finally {
                    place.leave();
                }
            });
            started = true;
        } catch (RejectedExecutionException e) {
            LOG.debug("A connection gets no other turn, because the emulator stops", e);
        } finally {
            // The executor also fails if there is no memory for another thread.
            if (!started) {
                next.refused();
            }
        }
        return started;
    }

    /** A place in the lane. Only the first call of {@link #leave} gives it back. */
    final class Place {

        private final AtomicBoolean left = new AtomicBoolean();

        void leave() {
            if (left.compareAndSet(false, true)) {
                places.release();
                startWaiting();
            }
        }
    }
}
