package org.connectchat.control.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.connectchat.control.ControlProblem;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.PeerWatch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The open streams. Without one, an event costs a look at their number. */
@Component
final class LiveEvents implements AutoCloseable {

    /** Each holds a connection, and up to a thousand events. */
    private static final int MAX_STREAMS = 32;

    private static final int IDLE_SECONDS = 30;

    private final Delays delays;
    private final PeerWatch peers;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicInteger count = new AtomicInteger();
    private final ThreadPoolExecutor writers = new ThreadPoolExecutor(
            1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), LiveEvents::thread, new DiscardPolicy());

    LiveEvents(Delays delays, PeerWatch peers) {
        this.delays = delays;
        this.peers = peers;
        writers.allowCoreThreadTimeOut(true); // it begins with the first event that a stream asks for
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "event-streams");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        writers.shutdownNow();
    }

    /** Whether a stream is open; if not, no event needs to be made. */
    boolean hasReaders() {
        return count.get() > 0;
    }

    /** Shows an event to all streams that ask for it; returns at once. */
    void publish(LiveEvent event) {
        streams.forEach(stream -> stream.offer(event));
    }

    /**
     * Opens a stream as the response of a request.
     *
     * @param missed whether the reader has lost events before
     * @throws ControlProblem if too many are open
     */
    void open(LiveFilter filter, boolean missed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (count.incrementAndGet() > MAX_STREAMS) {
            count.decrementAndGet();
            throw ControlProblem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many streams of events: at most " + MAX_STREAMS + " may be open at once");
        }
        LiveStream stream = null;
        try {
            stream = new LiveStream(
                    request.startAsync(request, response), filter, new LiveQueue(missed), delays, writers, this::ended);
        } finally {
            if (stream == null) {
                count.decrementAndGet();
            }
        }
        streams.add(stream);
        stream.start(peers.begin(request, stream::end));
    }

    private void ended(LiveStream stream) {
        streams.remove(stream);
        count.decrementAndGet();
    }

    /** How many streams are open. */
    int open() {
        return count.get();
    }
}
