package org.connectchat.control.journal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.connectchat.control.ControlProblem;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.Delays.Delay;
import org.connectchat.restjson.delay.PeerWatch;
import org.connectchat.restjson.delay.PeerWatch.Watch;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Lets a request wait for calls without a thread. It ends when the calls have come, its time has passed, its client has
 * hung up or the emulator stops.
 */
@Component
final class Awaits {

    private static final Long WITHOUT_A_TIMEOUT_OF_THE_CONTAINER = 0L;

    private final Journal journal;
    private final Delays delays;
    private final PeerWatch peers;

    Awaits(Journal journal, Delays delays, PeerWatch peers) {
        this.journal = journal;
        this.delays = delays;
        this.peers = peers;
    }

    /**
     * Begins to wait.
     *
     * @param after only calls with a greater number count
     * @param timeout on the real clock
     */
    DeferredResult<AwaitCalls.Arrived> begin(
            CallFilter filter, long after, int count, Duration timeout, HttpServletRequest request) {
        DeferredResult<AwaitCalls.Arrived> result = new DeferredResult<>(WITHOUT_A_TIMEOUT_OF_THE_CONTAINER);
        CallWaiter waiter = new CallWaiter(filter, count, calls -> result.setResult(AwaitCalls.Arrived.of(calls)));
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
                "Only " + found + " of " + count + " such calls came within " + timeout
                        + "; GET /_emulator/calls lists all that came");
    }

    private static ControlProblem stopping() {
        return ControlProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "The emulator is stopping");
    }

    /** No one reads this, but the request ends as any other does. */
    private static ControlProblem gone() {
        return ControlProblem.of(HttpStatus.REQUEST_TIMEOUT, "The client has closed its connection");
    }
}
