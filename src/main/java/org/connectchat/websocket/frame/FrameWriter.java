package org.connectchat.websocket.frame;

import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tomcat.util.net.SocketWrapperBase.CompletionState;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the frames of one socket: messages, pings and pongs. No thread waits for a frame: one at a time is handed to the
 * connection, and its completion hands over the next one. If several pings arrive meanwhile, only the last one gets a
 * pong, as RFC 6455, section 5.5.3, allows.
 */
public final class FrameWriter {

    private static final Logger LOG = LoggerFactory.getLogger(FrameWriter.class);

    /** A peer that has not read for this long gets no close frame, because a thread would wait for that. */
    private static final Duration STUCK_AFTER = Duration.ofMillis(200);

    private static final int FINAL = 0x80;

    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Messages messages;
    private @Nullable Connection connection;
    private byte @Nullable [] pong;
    private boolean ping;
    private boolean writing;
    private boolean again;
    private boolean closing;
    private long writingSince;

    /** Sets the source of messages. */
    public void use(Messages source) {
        messages = source;
    }

    /** Sets the connection, once the socket is open. */
    public void attach(Connection opened) {
        lock.lock();
        try {
            connection = opened;
        } finally {
            lock.unlock();
        }
    }

    void pong(byte[] payload) {
        lock.lock();
        try {
            pong = payload;
        } finally {
            lock.unlock();
        }
        write();
    }

    /** Sends a ping. */
    public void ping() {
        lock.lock();
        try {
            ping = true;
        } finally {
            lock.unlock();
        }
        write();
    }

    /** Sends what waits. If a frame is being written, its completion does that. */
    public void write() {
        Connection to = begin();
        while (to != null) {
            ByteBuffer frame = next();
            boolean goOn = frame == null ? end() : write(to, frame);
            to = goOn ? begin() : null;
        }
    }

    private @Nullable Connection begin() {
        lock.lock();
        try {
            if (writing || closing || connection == null) {
                again = true;
                return null;
            }
            writing = true;
            again = false;
            writingSince = System.nanoTime();
            return connection;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a write; returns whether something may have begun to wait in the meantime. */
    private boolean end() {
        lock.lock();
        try {
            writing = false;
            return again;
        } finally {
            lock.unlock();
        }
    }

    /** The next frame: a pong or a ping, which do not wait behind messages, or a message. */
    private @Nullable ByteBuffer next() {
        ByteBuffer control = control();
        Messages source = messages;
        if (control != null || source == null) {
            return control;
        }
        TextFrame message = source.next();
        return message == null ? null : message.buffer();
    }

    private @Nullable ByteBuffer control() {
        lock.lock();
        try {
            if (pong != null) {
                ByteBuffer frame = control(Constants.OPCODE_PONG, pong);
                pong = null;
                return frame;
            }
            if (ping) {
                ping = false;
                return control(Constants.OPCODE_PING, new byte[0]);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private static ByteBuffer control(byte opCode, byte[] payload) {
        return ByteBuffer.allocate(2 + payload.length)
                .put((byte) (FINAL | opCode))
                .put((byte) payload.length)
                .put(payload)
                .flip();
    }

    /** Hands a frame to the connection; returns whether it has been written, so that this thread writes the next one. */
    private boolean write(Connection to, ByteBuffer frame) {
        Write write = new Write();
        if (isClosing() || to.write(frame, write) == CompletionState.NOT_DONE) {
            close(); // the connection is busy with the close frame, which Tomcat writes
            end();
            return false;
        }
        return write.isOver();
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    /** Begins no other frame, because a close frame comes next. */
    private void close() {
        lock.lock();
        try {
            closing = true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Prepares a close frame, after which nothing is sent. The frame that is being written comes before it.
     *
     * @return whether the peer reads; Tomcat waits for the completion of the close frame
     */
    boolean closes() {
        lock.lock();
        try {
            closing = true;
            return !writing || System.nanoTime() - writingSince <= STUCK_AFTER.toNanos();
        } finally {
            lock.unlock();
        }
    }

    private void failed(Throwable problem) {
        LOG.debug("A frame could not be sent", problem);
        lock.lock();
        try {
            connection = null;
            writing = false;
        } finally {
            lock.unlock();
        }
        Messages source = messages;
        if (source != null) {
            source.failed();
        }
    }

    /** The messages that wait for the connection. */
    public interface Messages {

        /** Removes and returns the next message; null if none waits. */
        @Nullable
        TextFrame next();

        /** Called when a frame could not be sent, or was sent in part; the connection is of no more use. */
        void failed();
    }

    /** The connection of the socket, which writes without a thread that waits. */
    @FunctionalInterface
    public interface Connection {

        /** Begins to write; the handler is called on this thread or another. */
        CompletionState write(ByteBuffer frame, CompletionHandler<Long, @Nullable Void> handler);
    }

    /** Of the beginning thread and the completing one, the later continues with the next frame. */
    private final class Write implements CompletionHandler<Long, @Nullable Void> {

        private final AtomicBoolean first = new AtomicBoolean();

        /** Called by the thread that began the write, once it has done so. */
        boolean isOver() {
            return !first.compareAndSet(false, true);
        }

        @Override
        public void completed(Long count, @Nullable Void nothing) {
            end();
            if (!first.compareAndSet(false, true)) {
                write();
            }
        }

        @Override
        public void failed(Throwable problem, @Nullable Void nothing) {
            FrameWriter.this.failed(problem);
        }
    }
}
