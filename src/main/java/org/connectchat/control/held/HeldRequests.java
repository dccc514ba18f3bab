package org.connectchat.control.held;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.Supplier;
import org.connectchat.control.ControlProblem;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.Delays.Delay;
import org.connectchat.restjson.delay.PeerWatch;
import org.connectchat.restjson.delay.PeerWatch.Watch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Holds a request open without a thread until it has its result, the timeout passes, the client closes its connection or the
 * emulator stops.
 */
@Component
public final class HeldRequests {

    private static final Long NO_CONTAINER_TIMEOUT = 0L;

    private final Delays delays;
    private final PeerWatch peers;

    HeldRequests(Delays delays, PeerWatch peers) {
        this.delays = delays;
        this.peers = peers;
    }

    /** A result that may come later. */
    public static <V> DeferredResult<V> result() {
        return new DeferredResult<>(NO_CONTAINER_TIMEOUT);
    }

    /**
     * Holds the request.
     *
     * @param timeout on the real clock
     * @param late says that the timeout has passed; null if the result is about to come nevertheless
     * @param over runs at least once when the wait is over, however it ends
     */
    public void hold(
            DeferredResult<?> result,
            HttpServletRequest request,
            Duration timeout,
            Supplier<@Nullable ControlProblem> late,
            Runnable over) {
        Watch peer = peers.begin(request, () -> {
            over.run();
            result.setErrorResult(
                    ControlProblem.of(HttpStatus.REQUEST_TIMEOUT, "The client has closed its connection"));
        });
        Delay delay = delays.begin(timeout, stopped -> {
            peer.end();
            ControlProblem problem = late.get();
            if (problem != null) {
                result.setErrorResult(
                        stopped
                                ? ControlProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "The emulator is stopping")
                                : problem);
            }
        });
        result.onCompletion(() -> {
            peer.end();
            delay.cancel();
            over.run();
        });
    }
}
