package org.connectchat.websocket.ping;

import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.net.SocketWrapperBase.BlockingMode;
import org.apache.tomcat.util.net.SocketWrapperBase.CompletionState;
import org.apache.tomcat.websocket.Constants;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pings and pongs of one socket. No thread waits for them: one frame at a time is handed to the connection. If
 * several pings arrive meanwhile, only the last one gets a pong, as RFC 6455, section 5.5.3, allows.
 *
 * <p>A frame that finds the connection busy with another one stays here until {@link #flush}.
 */
public final class ControlFrames {

    private static final Logger LOG = LoggerFactory.getLogger(ControlFrames.class);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(20);
    /** A peer that has not read for this long gets no close frame, because a thread would wait for that. */
    private static final Duration STUCK_AFTER = Duration.ofMillis(200);

    private static final int FINAL = 0x80;
    private static final byte[] EMPTY = {};

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable SocketWrapperBase<?> connection;
    private byte @Nullable [] pong;
    private boolean ping;
    private boolean writing;
    private boolean flushed;
    private long writingSince;
    private boolean messageInProgress;
    private long messageSince;
    private volatile Runnable onFailure = () -> {};

    /** Registers the action that breaks the connection when a frame was sent in part. */
    public void onFailure(Runnable breakOff) {
        this.onFailure = breakOff;
    }

    void attach(SocketWrapperBase<?> newConnection) {
        locked(() -> connection = newConnection);
    }

    /**
     * Sends a pong. The reading thread must not wait for the peer, because a peer that only pings could block it for
     * ever.
     */
    void pong(byte[] payload) {
        locked(() -> pong = payload);
        write();
    }

    /** Sends a ping. */
    public void ping() {
        locked(() -> ping = true);
        write();
    }

    /** Notes that a message is being sent; the caller must call {@link #flush} after it. */
    public void messageBegins() {
        locked(() -> {
            messageInProgress = true;
            messageSince = System.nanoTime();
        });
    }

    /** Sends the waiting control frame, after a message has been sent. */
    public void flush() {
        locked(() -> {
            messageInProgress = false;
            flushed = true;
        });
        write();
    }

    /** Whether a frame has been under way for so long that the peer has stopped reading. */
    boolean isStuck() {
        lock.lock();
        try {
            long now = System.nanoTime();
            return (writing && now - writingSince > STUCK_AFTER.toNanos())
                    || (messageInProgress && now - messageSince > STUCK_AFTER.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        boolean again = true;
        while (again) {
            again = false;
            Frame frame = next();
            if (frame != null && frame.send() == CompletionState.NOT_DONE) {
                again = takeBack(frame);
            }
        }
    }

    private @Nullable Frame next() {
        lock.lock();
        try {
            if (writing || connection == null || (pong == null && !ping)) {
                return null;
            }
            Frame frame = pong == null ? new Frame(connection, null) : new Frame(connection, pong);
            if (pong == null) {
                ping = false;
            }
            pong = null;
            flushed = false;
            writing = true;
            writingSince = System.nanoTime();
            return frame;
        } finally {
            lock.unlock();
        }
    }

    /** Keeps a frame that the busy connection refused; returns whether the connection may be free now. */
    private boolean takeBack(Frame frame) {
        lock.lock();
        try {
            writing = false;
            if (frame.pong == null) {
                ping = true;
            } else if (pong == null) {
                pong = frame.pong;
            }
            return flushed;
        } finally {
            lock.unlock();
        }
    }

    private void done() {
        locked(() -> writing = false);
        write();
    }

    private void failed(Throwable problem) {
        LOG.debug("A ping or pong could not be sent", problem);
        locked(() -> connection = null);
        onFailure.run();
    }

    private void locked(Runnable step) {
        lock.lock();
        try {
            step.run();
        } finally {
            lock.unlock();
        }
    }

    /** A pong with its payload, or a ping. */
    private final class Frame implements CompletionHandler<Long, @Nullable Void> {

        private final SocketWrapperBase<?> to;
        private final byte @Nullable [] pong;

        Frame(SocketWrapperBase<?> to, byte @Nullable [] pong) {
            this.to = to;
            this.pong = pong;
        }

        CompletionState send() {
            byte[] payload = pong == null ? EMPTY : pong;
            ByteBuffer bytes = ByteBuffer.allocate(2 + payload.length);
            bytes.put((byte) (FINAL | (pong == null ? Constants.OPCODE_PING : Constants.OPCODE_PONG)));
            bytes.put((byte) payload.length).put(payload).flip();
            return to.write(
                    BlockingMode.NON_BLOCK,
                    WRITE_TIMEOUT.toMillis(),
                    TimeUnit.MILLISECONDS,
                    null,
                    SocketWrapperBase.COMPLETE_WRITE_WITH_COMPLETION,
                    this,
                    bytes);
        }

        @Override
        public void completed(Long count, @Nullable Void nothing) {
            done();
        }

        @Override
        public void failed(Throwable problem, @Nullable Void nothing) {
            ControlFrames.this.failed(problem);
        }
    }
}
