package org.connectchat.control.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Function;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.held.HeldRequests;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/** Lets a request wait for records without a thread. */
@Component
public final class Waits {

    private final HeldRequests requests;

    Waits(HeldRequests requests) {
        this.requests = requests;
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
        DeferredResult<V> result = HeldRequests.result();
        Waiter<T> waiter = new Waiter<>(wait.filter(), wait.count(), found -> result.setResult(view.apply(found)));
        recording.show(waiter, wait.after());
        if (!result.hasResult()) {
            requests.hold(
                    result,
                    request,
                    wait.timeout(),
                    () -> {
                        List<T> found = recording.dismiss(waiter);
                        return found == null
                                ? null
                                : ControlProblem.of(HttpStatus.REQUEST_TIMEOUT, late.apply(found.size()));
                    },
                    () -> recording.dismiss(waiter));
        }
        return result;
    }
}
