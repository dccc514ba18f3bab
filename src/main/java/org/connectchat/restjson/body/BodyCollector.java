package org.connectchat.restjson.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.connectchat.restjson.tomcat.UnreadBody;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects one body as it arrives: the container calls when bytes can be read, and a timer when too few have arrived.
 * Afterwards it may drop the rest of the body. The lock orders the two callers; the result is reported without it.
 */
final class BodyCollector implements ReadListener {

    private static final Logger LOG = LoggerFactory.getLogger(BodyCollector.class);
    private static final String ATTRIBUTE = BodyCollector.class.getName();

    private final ReentrantLock lock = new ReentrantLock();
    private final HttpServletRequest request;
    private final ServletInputStream input;
    private final CompletableFuture<Void> collected = new CompletableFuture<>();
    private final BodySink sink;
    private final Patience.Watch watch;
    private boolean over;
    private @Nullable BodyProblem problem;
    private @Nullable Leftover leftover;

    BodyCollector(HttpServletRequest request, BodySink sink, Patience patience, Duration perMebibyte)
            throws IOException {
        this.request = request;
        this.input = request.getInputStream();
        this.sink = sink;
        this.watch = patience.watch(perMebibyte, () -> fail(BodyProblem.TOO_SLOW));
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The collector of the body of a request, or null if no wait was necessary. */
    static @Nullable BodyCollector of(HttpServletRequest request) {
        return (BodyCollector) request.getAttribute(ATTRIBUTE);
    }

    CompletableFuture<Void> collect() {
        input.setReadListener(this);
        return collected;
    }

    /** Whether to wait for the rest of the body: the client is connected and sends. */
    boolean mayGoOn() {
        return problem == BodyProblem.TOO_LARGE || problem == BodyProblem.NO_ROOM;
    }

    /** Drops a body that no reader has begun. */
    void dropFromNowOn(Leftover rest) {
        lock.lock();
        try {
            over = true;
            watch.over(); // dropping the rest has its own time limit
        } finally {
            lock.unlock();
        }
        leftover = rest;
        input.setReadListener(this);
    }

    /** Drops the rest of the body, on the container's thread. */
    void drop(Leftover rest) throws IOException {
        leftover = rest;
        if (input.isFinished()) {
            rest.over();
        } else {
            onDataAvailable();
        }
    }

    @Override
    public void onDataAvailable() throws IOException {
        while (!input.isFinished() && input.isReady()) {
            byte[] bytes = read();
            if (bytes == null) {
                break; // the body has ended or is broken
            }
            if (!took(bytes, bytes.length)) {
                return;
            }
        }
        Leftover rest = leftover;
        if (rest != null && input.isFinished()) {
            rest.over();
        }
    }

    private byte @Nullable [] read() {
        try {
            return UnreadBody.read(request);
        } catch (IOException e) {
            LOG.debug("A body broke off", e);
            Leftover rest = leftover;
            if (rest == null) {
                fail(BodyProblem.BROKEN_OFF);
            } else {
                rest.abandon();
            }
            return null;
        }
    }

    /** Returns false when nothing more can be read for now. */
    private boolean took(byte[] buffer, int length) {
        Leftover rest = leftover;
        if (rest != null) {
            return rest.dropped(length);
        }
        try {
            keep(buffer, length);
            return !collected.isDone();
        } catch (BodyRefused e) {
            fail(e.problem());
        } catch (IOException e) {
            end(null, new UncheckedIOException(e));
        }
        return false;
    }

    private void keep(byte[] buffer, int length) throws IOException {
        lock.lock();
        try {
            if (!over) {
                sink.write(buffer, length);
                watch.carried(length);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onAllDataRead() {
        Leftover rest = leftover;
        if (rest == null) {
            end(null, null);
        } else {
            rest.over();
        }
    }

    /** The connection broke. */
    @Override
    public void onError(Throwable failure) {
        LOG.debug("The client of a body is gone", failure);
        fail(BodyProblem.BROKEN_OFF);
    }

    private void fail(BodyProblem why) {
        end(why, new BodyRefused(why));
    }

    private void end(@Nullable BodyProblem why, @Nullable RuntimeException failure) {
        lock.lock();
        try {
            if (over) {
                return;
            }
            over = true;
            problem = why;
            watch.over();
            if (failure != null) {
                sink.discard();
            }
        } finally {
            lock.unlock();
        }
        if (failure == null) {
            collected.complete(null);
        } else {
            collected.completeExceptionally(failure);
        }
    }
}
