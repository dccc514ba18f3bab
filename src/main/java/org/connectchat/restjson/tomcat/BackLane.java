package org.connectchat.restjson.tomcat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Continues connections that have used up a turn: one after the other, and only so many at a time, so that they leave
 * processors and threads to all others.
 */
final class BackLane {

    /** The next turn of a connection. */
    interface Continuation {

        /** Takes the turn, and leaves the place early if the thread has to wait for the client. */
        void run(Place place);

        /** The emulator stops, and there is no thread for this turn. */
        void refused();
    }

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
            Continuation next = waiting.poll();
            if (next == null || !start(next)) {
                places.release();
            }
        }
    }

    private boolean start(Continuation next) {
        try {
            threads.execute(() -> {
                Place place = new Place();
                try {
                    next.run(place);
                } finally {
                    place.leave();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            next.refused();
            return false;
        }
    }

    /** A place in the lane, which is left once. */
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
