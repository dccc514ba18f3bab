package org.connectchat.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Lets many threads do a thing at the same moment and gathers what came of it. */
public final class Simultaneously {

    private Simultaneously() {}

    /** Calls the task once for each number from 0 on, each call on a thread of its own; none begins before all stand ready. */
    public static <T> List<T> call(int times, IntFunction<T> task) {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        CountDownLatch ready = new CountDownLatch(times);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                int number = i;
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    if (!ready.await(60, TimeUnit.SECONDS)) {
                        throw new AssertionError("The threads did not get ready");
                    }
                    return task.apply(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get(120, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new AssertionError("Not all answers came", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
