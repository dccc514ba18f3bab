package org.connectchat.control.delivery;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.held.HeldRequests;
import org.connectchat.delivery.Counted;
import org.connectchat.delivery.LaneState;
import org.connectchat.delivery.LaneWatch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** Lets a request wait, without a thread, until so many items are delivered, given up or settled. */
@Component
public final class DeliveryAwaits {

    /** Each one holds a connection. */
    private static final int MAX_AWAITS = 100;

    private final HeldRequests requests;
    private final Semaphore places = new Semaphore(MAX_AWAITS);

    DeliveryAwaits(HeldRequests requests) {
        this.requests = requests;
    }

    /** The number of waits that have not ended. */
    public int waiting() {
        return MAX_AWAITS - places.availablePermits();
    }

    /**
     * Starts waiting.
     *
     * @param ended says that nothing more is delivered
     * @param view what the caller gets
     */
    public <V> DeferredResult<V> begin(
            Counted outcomes,
            DeliveryAwaitRequest request,
            String ended,
            Function<LaneState, V> view,
            HttpServletRequest exchange) {
        var wanted = request.wanted();
        Duration timeout = request.longest();
        if (!places.tryAcquire()) {
            throw ControlProblem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many waiters: at most " + MAX_AWAITS + " calls may wait at once");
        }
        DeferredResult<V> result = HeldRequests.result();
        AtomicBoolean isOver = new AtomicBoolean();
        LaneWatch watch = outcomes.watch(wanted, state -> {
            if (state == null) {
                result.setErrorResult(ControlProblem.conflict(ended + ": " + sentence(outcomes.state())));
            } else {
                result.setResult(view.apply(state));
            }
        });
        requests.hold(
                result,
                exchange,
                timeout,
                () -> ControlProblem.of(
                        HttpStatus.REQUEST_TIMEOUT,
                        "Not reached within " + timeout + ": " + sentence(outcomes.state())),
                () -> {
                    if (isOver.compareAndSet(false, true)) {
                        outcomes.dismiss(watch);
                        places.release();
                    }
                });
        return result;
    }

    /** The counts, for the detail of a problem. */
    private static String sentence(LaneState state) {
        return state.delivered() + " delivered, " + state.waiting() + " waiting, " + state.failed() + " failed"
                + (state.problem() == null ? "" : "; the latest attempt failed: " + state.problem());
    }
}
