package org.connectchat.control.live;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.Delays.Delay;
import org.connectchat.restjson.delay.PeerWatch.Watch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open stream. It holds no thread: events are written in batches, whenever the reader has room for them. */
final class LiveStream implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration BATCH = Duration.ofMillis(20);
    private static final Duration BEAT = Duration.ofSeconds(15);

    private final AsyncContext async;
    private final ServletOutputStream output;
    private final LiveFilter filter;
    private final LiveQueue queue;
    private final Delays delays;
    private final Executor writers;
    private final Consumer<LiveStream> ended;
    private final AtomicBoolean over = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();

    @GuardedBy("writing")
    private boolean isFlushed = true;

    private volatile @Nullable Delay beat;
    private volatile @Nullable Watch reader;

    /**
     * @param writers the thread that writes
     * @param ended is told once when the stream is over
     */
    LiveStream(
            AsyncContext async,
            LiveFilter filter,
            LiveQueue queue,
            Delays delays,
            Executor writers,
            Consumer<LiveStream> ended)
            throws IOException {
        this.async = async;
        this.output = async.getResponse().getOutputStream();
        this.filter = filter;
        this.queue = queue;
        this.delays = delays;
        this.writers = writers;
        this.ended = ended;
    }

    /** Begins to write. The watch ends with the stream. */
    void start(Watch watch) {
        reader = watch;
        async.setTimeout(0);
        async.addListener(this);
        output.setWriteListener(this);
        beatLater();
    }

    /** Takes an event. The caller may hold the lock of a chat; the event is written later, on another thread. */
    void offer(LiveEvent event) {
        if (filter.matches(event) && queue.add(event)) {
            delays.begin(BATCH, this::writeUnless);
        }
    }

    private void beatLater() {
        beat = delays.begin(BEAT, stopped -> {
            if (stopped) {
                end();
            } else if (!over.get()) {
                if (queue.addBeat()) {
                    writers.execute(this::writeOnOwnThread);
                }
                beatLater();
            }
        });
        if (over.get()) {
            release();
        }
    }

    private void writeUnless(boolean stopped) {
        if (!stopped) {
            writers.execute(this::writeOnOwnThread); // the thread of all delays must not write
        }
    }

    /** A container that fails to write on a thread of ours ends the request itself, and may use its objects again. */
    private void writeOnOwnThread() {
        try {
            write();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("The reader of a stream of events is gone", e);
            release();
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        write();
    }

    private void write() throws IOException {
        writing.lock();
        try {
            while (!over.get() && output.isReady() && writeNext()) {
                // goes on until the reader has no room, or nothing waits
            }
        } finally {
            writing.unlock();
        }
    }

    /** Returns whether there may be more. What is written stays in a buffer of the container until it is flushed. */
    @GuardedBy("writing")
    private boolean writeNext() throws IOException {
        if (!isFlushed) {
            isFlushed = true;
            output.flush();
            return true;
        }
        byte[] next = queue.next();
        if (next == null) {
            return false;
        }
        if (next.length > 0) {
            isFlushed = false;
            output.write(next);
        }
        return true;
    }

    /**
     * Ends the stream; its reader sees the end of the response. The lock keeps the container from ending the request at the
     * same time and giving its objects to another request, which would be completed then.
     */
    void end() {
        writing.lock();
        try {
            if (release()) {
                async.complete();
            }
        } catch (IllegalStateException e) {
            LOG.debug("The container has ended a stream of events before", e);
        } finally {
            writing.unlock();
        }
    }

    private boolean release() {
        writing.lock();
        try {
            boolean isFirst = over.compareAndSet(false, true);
            Delay next = beat;
            if (next != null) {
                next.cancel();
            }
            Watch watch = reader;
            if (watch != null) {
                watch.end();
            }
            if (isFirst) {
                ended.accept(this);
            }
            return isFirst;
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("The reader of a stream of events is gone", failure);
        release();
    }

    @Override
    public void onError(AsyncEvent event) {
        release();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        release(); // only when the container stops
    }

    @Override
    public void onComplete(AsyncEvent event) {
        release();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // no other asynchronous work is started
    }
}
