package org.connectchat.control.streaming;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.connectchat.control.ControlProblem;
import org.connectchat.delivery.LaneState;
import org.connectchat.delivery.LaneWatch;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.Delays.Delay;
import org.connectchat.restjson.delay.PeerWatch;
import org.connectchat.restjson.delay.PeerWatch.Watch;
import org.connectchat.stream.TopicStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Lets a request wait for deliveries without a thread. The wait ends when the counts are reached, the streaming or the
 * timeout ends, the client closes its connection, or the emulator stops.
 */
@Component
final class StreamingAwaits {

    private static final Long NO_CONTAINER_TIMEOUT = 0L;
    /** Each one holds a connection. */
    private static final int MAX_AWAITS = 100;

    private final Delays delays;
    private final PeerWatch peers;
    private final Semaphore places = new Semaphore(MAX_AWAITS);

    StreamingAwaits(Delays delays, PeerWatch peers) {
        this.delays = delays;
        this.peers = peers;
    }

    /** The number of waits that have not ended. */
    int waiting() {
        return MAX_AWAITS - places.availablePermits();
    }

    DeferredResult<StreamingView> begin(
            TopicStream stream, StreamingAwaitRequest request, HttpServletRequest exchange) {
        Predicate<LaneState> wanted = request.wanted();
        Duration timeout = request.longest();
        if (!places.tryAcquire()) {
            throw ControlProblem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many waiters: at most " + MAX_AWAITS + " calls may wait at once");
        }
        DeferredResult<StreamingView> result = new DeferredResult<>(NO_CONTAINER_TIMEOUT);
        LaneWatch watch = stream.outcomes().watch(wanted, state -> settle(result, stream, state));
        Watch peer = peers.begin(
                exchange,
                () -> result.setErrorResult(
                        ControlProblem.of(HttpStatus.REQUEST_TIMEOUT, "The client has closed its connection")));
        Delay delay = delays.begin(timeout, stopped -> {
            peer.end();
            result.setErrorResult(stopped ? stopping() : late(stream, timeout));
        });
        result.onCompletion(() -> {
            peer.end();
            delay.cancel();
            stream.outcomes().dismiss(watch);
            places.release();
        });
        return result;
    }

    private static void settle(DeferredResult<StreamingView> result, TopicStream stream, @Nullable LaneState state) {
        if (state == null) {
            result.setErrorResult(ControlProblem.conflict("Streaming " + stream.id()
                    + " has ended, and nothing more is delivered: "
                    + StreamingView.of(stream).sentence()));
        } else {
            result.setResult(StreamingView.of(stream, state));
        }
    }

    private static ControlProblem late(TopicStream stream, Duration timeout) {
        return ControlProblem.of(
                HttpStatus.REQUEST_TIMEOUT,
                "Not reached within " + timeout + ": "
                        + StreamingView.of(stream).sentence());
    }

    private static ControlProblem stopping() {
        return ControlProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "The emulator is stopping");
    }
}
