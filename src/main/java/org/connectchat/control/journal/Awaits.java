package org.connectchat.control.journal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.Delays.Delay;
import org.connectchat.restjson.delay.PeerWatch;
import org.connectchat.restjson.delay.PeerWatch.Watch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Lets a request wait for calls without a thread. The wait ends when the calls have come, the timeout passes, the client
 * closes its connection or the emulator stops.
 */
@Component
final class Awaits {

    private static final Long NO_CONTAINER_TIMEOUT = 0L;

    private final Journal journal;
    private final Delays delays;
    private final PeerWatch peers;

    Awaits(Journal journal, Delays delays, PeerWatch peers) {
        this.journal = journal;
        this.delays = delays;
        this.peers = peers;
    }

    /**
     * Starts waiting.
     *
     * @param after admits only calls with a greater number
     * @param timeout on the real clock
     */
    DeferredResult<AwaitedCalls> begin(
            CallFilter filter, long after, int count, Duration timeout, HttpServletRequest request) {
        DeferredResult<AwaitedCalls> result = new DeferredResult<>(NO_CONTAINER_TIMEOUT);
        CallWaiter waiter = new CallWaiter(filter, count, calls -> result.setResult(AwaitedCalls.of(calls)));
        journal.show(waiter, after);
        if (!result.hasResult()) {
            Watch watch = peers.begin(request, () -> {
                journal.dismiss(waiter);
                result.setErrorResult(gone());
            });
            Delay delay = delays.begin(timeout, stopped -> {
                watch.end();
                List<JournalEntry> found = journal.dismiss(waiter);
                if (found != null) {
                    result.setErrorResult(stopped ? stopping() : late(found.size(), count, timeout));
                }
            });
            result.onCompletion(() -> {
                watch.end();
                delay.cancel();
                journal.dismiss(waiter);
            });
        }
        return result;
    }

    private static ControlProblem late(int found, int count, Duration timeout) {
        return ControlProblem.of(
                HttpStatus.REQUEST_TIMEOUT,
                "Only " + found + " of " + count + " matching calls came within " + timeout + "; GET "
                        + ResourcePaths.CALLS + " lists all calls");
    }

    private static ControlProblem stopping() {
        return ControlProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "The emulator is stopping");
    }

    /** The client has gone, but its request still has to end. */
    private static ControlProblem gone() {
        return ControlProblem.of(HttpStatus.REQUEST_TIMEOUT, "The client has closed its connection");
    }
}
