package org.connectchat.websocket;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.core.task.VirtualThreadTaskExecutor;

/** The threads that begin to write frames, and those that wait for the end of a socket. */
final class SocketThreads implements Executor, AutoCloseable {

    private static final int FIRST_VERSION_WITH_VIRTUAL_THREADS = 21;
    private static final String NAME = "socket-";

    private final ExecutorService platform = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, NAME);
        thread.setDaemon(true);
        return thread;
    });
    private final Executor threads = Runtime.version().feature() >= FIRST_VERSION_WITH_VIRTUAL_THREADS
            ? new VirtualThreadTaskExecutor(NAME)
            : platform;

    @Override
    public void execute(Runnable task) {
        threads.execute(task);
    }

    @Override
    public void close() {
        platform.shutdownNow();
    }
}
