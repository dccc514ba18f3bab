package org.connectchat.websocket;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.connectchat.websocket.frame.FrameWriter;
import org.connectchat.websocket.frame.TextFrame;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;

/**
 * The frames that wait to be sent on one socket, in order. A thread that posts a frame neither waits nor writes: a task of
 * the executor begins to write, and the completion of each frame begins the next. A reader that is too slow for the bounded
 * queue, or for the bound of all queues, loses its socket.
 */
final class Outbox implements FrameWriter.Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int MAX_FRAMES = 1_000;
    private static final long MAX_BYTES = 4L << 20;

    private final WebSocketSession session;
    private final Executor executor;
    private final Supplier<SocketFault> faults;
    private final Runnable breakOff;
    private final SocketCounts counts;
    private final WaitingFrames waiting;
    private final FrameWriter writer;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final Queue<TextFrame> frames = new ArrayDeque<>(2);

    @GuardedBy("lock")
    private long bytes;

    @GuardedBy("lock")
    private boolean sending;

    @GuardedBy("lock")
    private boolean closed;

    @GuardedBy("lock")
    private @Nullable CloseStatus last;

    Outbox(
            WebSocketSession session,
            Executor executor,
            Supplier<SocketFault> faults,
            Runnable breakOff,
            SocketCounts counts,
            WaitingFrames waiting,
            FrameWriter writer) {
        this.waiting = waiting;
        this.session = session;
        this.executor = executor;
        this.faults = faults;
        this.breakOff = breakOff;
        this.counts = counts;
        this.writer = writer;
        writer.use(this);
    }

    /** Sends a ping of the protocol, which does not wait behind the frames. */
    void ping() {
        executor.execute(writer::ping);
    }

    void post(TextFrame frame) {
        boolean start = false;
        boolean overflow = false;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            overflow =
                    frames.size() >= MAX_FRAMES || bytes + frame.length() > MAX_BYTES || !waiting.admit(bytes, frame);
            if (overflow) {
                drop();
            } else {
                frames.add(frame);
                bytes += frame.length();
                start = !sending;
                sending = true;
            }
        } finally {
            lock.unlock();
        }
        if (overflow) {
            LOG.info("A socket was closed because its reader is too slow");
            executor.execute(() -> closeSession(CloseStatus.SESSION_NOT_RELIABLE));
        } else if (start) {
            executor.execute(writer::write);
        }
    }

    @Override
    public @Nullable TextFrame next() {
        TextFrame frame = take();
        SocketFault fault = frame == null ? SocketFault.NONE : faults.get();
        if (fault != SocketFault.NONE) {
            inject(fault);
            return null;
        }
        if (frame != null) {
            counts.frameSent();
        }
        return frame;
    }

    /** Takes the next frame. If none is left, all are sent, so a close that waits for that begins. */
    private @Nullable TextFrame take() {
        CloseStatus status;
        lock.lock();
        try {
            TextFrame frame = frames.poll();
            if (frame != null) {
                bytes -= frame.length();
                waiting.left(frame.length());
                return frame;
            }
            sending = false;
            status = last;
            last = null;
        } finally {
            lock.unlock();
        }
        if (status != null) {
            executor.execute(() -> closeSession(status));
        }
        return null;
    }

    /** Closes the connection, which is of no more use; the container tells the handler, which removes the socket. */
    @Override
    public void failed() {
        close(CloseStatus.SESSION_NOT_RELIABLE);
    }

    private void inject(SocketFault fault) {
        if (fault == SocketFault.DROP) {
            reset();
            return;
        }
        CloseStatus status;
        lock.lock();
        try {
            drop();
            sending = false; // so that the end of the chat still closes the socket
            status = last;
            last = null;
        } finally {
            lock.unlock();
        }
        if (status != null) {
            executor.execute(() -> closeSession(status)); // it has ended already
        }
    }

    /** Breaks the connection without a close frame; waiting frames are lost. */
    void reset() {
        forget();
        breakOff.run();
    }

    /** Sends no more frames and closes the socket, without waiting for the reader. */
    void close(CloseStatus status) {
        forget();
        executor.execute(() -> closeSession(status));
    }

    /** Like {@link #close}, with a result that completes when it is done. */
    CompletableFuture<Void> closing(CloseStatus status) {
        forget();
        return CompletableFuture.runAsync(() -> closeSession(status), executor);
    }

    /** Closes the socket once all waiting frames are sent. */
    void closeWhenEmpty(CloseStatus status) {
        lock.lock();
        try {
            if (sending) {
                last = status;
                return;
            }
        } finally {
            lock.unlock();
        }
        close(status);
    }

    /** Takes no more frames, and gives back the memory of those that wait. */
    void forget() {
        lock.lock();
        try {
            drop();
        } finally {
            lock.unlock();
        }
    }

    @GuardedBy("lock")
    private void drop() {
        closed = true;
        frames.clear();
        waiting.left(bytes);
        bytes = 0;
    }

    private void closeSession(CloseStatus status) {
        try {
            session.close(status);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("A socket was closed already", e);
        }
    }
}
