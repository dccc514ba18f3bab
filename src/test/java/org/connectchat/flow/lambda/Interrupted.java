package org.connectchat.flow.lambda;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A call on a thread that a test interrupts. */
final class Interrupted {

    private final CompletableFuture<String> result = new CompletableFuture<>();
    private final Thread thread;

    Interrupted(Supplier<String> call) {
        thread = new Thread(() -> {
            String reason = call.get();
            result.complete(reason + (Thread.currentThread().isInterrupted() ? ", and the thread knows" : ""));
        });
        thread.start();
    }

    /** Interrupts the thread; returns the reason of the failure. */
    String interrupted() throws InterruptedException {
        thread.interrupt();
        try {
            return result.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The call did not end", e);
        }
    }
}
