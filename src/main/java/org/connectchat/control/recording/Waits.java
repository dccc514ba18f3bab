package org.connectchat.control.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.connectchat.control.ControlProblem;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.Delays.Delay;
import org.connectchat.restjson.delay.PeerWatch;
import org.connectchat.restjson.delay.PeerWatch.Watch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Lets a request wait for records without a thread. The wait ends when the records have come, the timeout passes, the client
 * closes its connection or the emulator stops.
 */
@Component
public final class Waits {

    private static final Long NO_CONTAINER_TIMEOUT = 0L;

    private final Delays delays;
    private final PeerWatch peers;

    Waits(Delays delays, PeerWatch peers) {
        this.delays = delays;
        this.peers = peers;
    }

    /**
     * Starts waiting.
     *
     * @param late says how many were found in time, for a caller that waited in vain
     * @param view what the caller gets
     */
    public <T extends Recorded<T>, V> DeferredResult<V> begin(
            Recording<T> recording,
            Wait<T> wait,
            Function<Integer, String> late,
            Function<List<T>, V> view,
            HttpServletRequest request) {
        DeferredResult<V> result = new DeferredResult<>(NO_CONTAINER_TIMEOUT);
        Waiter<T> waiter = new Waiter<>(wait.filter(), wait.count(), found -> result.setResult(view.apply(found)));
        recording.show(waiter, wait.after());
        if (!result.hasResult()) {
            Watch watch = peers.begin(request, () -> {
                recording.dismiss(waiter);
                result.setErrorResult(gone());
            });
            Delay delay = delays.begin(wait.timeout(), stopped -> {
                watch.end();
                List<T> found = recording.dismiss(waiter);
                if (found != null) {
                    result.setErrorResult(
                            stopped
                                    ? stopping()
                                    : ControlProblem.of(HttpStatus.REQUEST_TIMEOUT, late.apply(found.size())));
                }
            });
            result.onCompletion(() -> {
                watch.end();
                delay.cancel();
                recording.dismiss(waiter);
            });
        }
        return result;
    }

    private static ControlProblem stopping() {
        return ControlProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "The emulator is stopping");
    }

    /** The client has gone, but its request still has to end. */
    private static ControlProblem gone() {
        return ControlProblem.of(HttpStatus.REQUEST_TIMEOUT, "The client has closed its connection");
    }
}
