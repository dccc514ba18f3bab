package org.connectchat.restjson.body;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.connectchat.restjson.tomcat.UnreadBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the bodies of requests without a thread that waits (rules R1 and R2). Bytes that have arrived are read
 * at once, on the caller's thread; a request becomes asynchronous only to wait for the others.
 */
public final class RequestBodies implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RequestBodies.class);
    private static final int BUFFER = 8_192;

    private final Duration perMebibyte;
    private final BytesInFlight inFlight;
    private final Patience patience = new Patience();

    public RequestBodies(Duration perMebibyte, BytesInFlight inFlight) {
        this.perMebibyte = perMebibyte;
        this.inFlight = inFlight;
    }

    /** Whether a request has a body that may not be read to its end. */
    public static boolean isUnread(HttpServletRequest request) throws IOException {
        return hasBody(request) && !request.getInputStream().isFinished();
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** An empty body in memory. */
    public MemoryBody inMemory(int mostBytes) {
        return new MemoryBody(mostBytes, inFlight);
    }

    /**
     * Collects the unread rest of a body. Unless the result is there at once, the request is asynchronous afterwards,
     * and the caller of this method dispatches or completes it when the result is there; that may be on any thread.
     *
     * @return a stage that fails with {@link BodyRefused}, or an {@link IOException} of the sink
     */
    public CompletableFuture<Void> collect(HttpServletRequest request, BodySink sink) {
        try {
            if (!isUnread(request) || readBuffered(request, sink)) {
                return CompletableFuture.completedFuture(null);
            }
            UnreadBody.acknowledge(request);
            if (!request.isAsyncStarted()) {
                request.startAsync().setTimeout(0); // the watch has a time limit of its own
            }
            return new BodyCollector(request, sink, patience, perMebibyte).collect();
        } catch (BodyRefused | IOException e) {
            sink.discard();
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Whether the body was read to its end. For a body in chunks this is not known without waiting. */
    private static boolean readBuffered(HttpServletRequest request, BodySink sink) throws IOException {
        long missing = request.getContentLengthLong();
        if (missing < 0) {
            return false;
        }
        ServletInputStream input = request.getInputStream();
        byte[] buffer = new byte[(int) Math.min(missing, BUFFER)];
        while (!input.isFinished() && input.available() > 0) {
            int length = input.read(buffer);
            if (length < 0) {
                break;
            }
            if (length == missing) {
                sink.writeWhole(buffer);
            } else {
                sink.write(buffer, length);
            }
        }
        return input.isFinished();
    }

    /**
     * Drops the unread rest of a body after the response has been written. It does nothing for a request that is still
     * asynchronous.
     */
    public void dropRest(HttpServletRequest handled, HttpServletResponse response) {
        HttpServletRequest request = containers(handled);
        try {
            drop(request, response);
        } catch (IOException e) {
            LOG.debug("The rest of a request body cannot be read: the body broke off, or its reader has closed it", e);
            abandon(request, response);
        }
    }

    /** Flushes the response, which would be lost when Tomcat closes the connection. */
    private static void abandon(HttpServletRequest request, HttpServletResponse response) {
        try {
            response.flushBuffer();
        } catch (IOException e) {
            LOG.debug("The client of a response is gone", e);
        }
        UnreadBody.abandon(request);
    }

    private void drop(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!hasBody(request)
                || request.isAsyncStarted()
                || request.getHeader("Expect") != null // this client sends nothing before a response
                || request.getInputStream().isFinished()) {
            return;
        }
        BodyCollector collector = BodyCollector.of(request);
        if (collector == null && UnreadBody.dropBuffered(request)) {
            return;
        }
        if (collector != null && !collector.mayGoOn()) {
            abandon(request, response);
            return;
        }
        response.getOutputStream().close(); // the client has all of its response
        AsyncContext async = request.startAsync();
        async.setTimeout(perMebibyte.toMillis());
        Leftover leftover = new Leftover(async);
        async.addListener(new DropTimeout(leftover));
        if (collector == null) {
            new BodyCollector(request, new Dropped(), patience, perMebibyte).dropFromNowOn(leftover);
        } else {
            collector.drop(leftover);
        }
    }

    /**
     * Handlers may see a wrapped request whose body was read already; the rest is read from the container's request.
     */
    private static HttpServletRequest containers(HttpServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return (HttpServletRequest) inner;
    }

    @Override
    public void close() {
        patience.close();
    }

    private static final class Dropped implements BodySink {

        @Override
        public void write(byte[] bytes, int length) {
            // it is not wanted
        }

        @Override
        public void discard() {
            // nothing is held
        }
    }
}
