package org.connectchat.control.flow;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.connectchat.control.ControlProblem;
import org.connectchat.flow.log.FlowLogEntry;
import org.connectchat.flow.log.FlowWatch;
import org.connectchat.flow.run.FlowInspector;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.Delays.Delay;
import org.connectchat.restjson.delay.PeerWatch;
import org.connectchat.restjson.delay.PeerWatch.Watch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Lets a request wait for an action of a flow without a thread (rule F80). The wait ends when the action has run, the chat
 * or the timeout ends, the client closes its connection, or the emulator stops.
 */
@Component
final class FlowAwaits {

    private static final Long NO_CONTAINER_TIMEOUT = 0L;
    /** A bound, because each wait holds a connection. */
    private static final int MAX_AWAITS = 100;

    private static final int SHOWN_ACTIONS = 20;
    private static final int SHOWN_CHARACTERS = 100;

    private final FlowInspector flows;
    private final Delays delays;
    private final PeerWatch peers;
    private final Semaphore places = new Semaphore(MAX_AWAITS);

    FlowAwaits(FlowInspector flows, Delays delays, PeerWatch peers) {
        this.flows = flows;
        this.delays = delays;
        this.peers = peers;
    }

    /** The number of waits that have not ended. */
    int waiting() {
        return MAX_AWAITS - places.availablePermits();
    }

    DeferredResult<FlowLogItem> begin(String contactId, FlowAwaitRequest request, HttpServletRequest exchange) {
        Predicate<FlowLogEntry> wanted = request.filter();
        Duration timeout = request.longest();
        if (!places.tryAcquire()) {
            throw ControlProblem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Too many waiters: at most " + MAX_AWAITS + " calls may wait at once");
        }
        DeferredResult<FlowLogItem> result = new DeferredResult<>(NO_CONTAINER_TIMEOUT);
        FlowWatch watch = flows.watch(contactId, wanted, entry -> settle(result, contactId, entry));
        if (watch == null) {
            places.release();
            throw ControlProblem.conflict("The chat of contact " + contactId
                    + " has no flow: no flow of the emulator has the id that it was started with");
        }
        Watch peer = peers.begin(
                exchange,
                () -> result.setErrorResult(
                        ControlProblem.of(HttpStatus.REQUEST_TIMEOUT, "The client has closed its connection")));
        Delay delay = delays.begin(timeout, stopped -> {
            peer.end();
            result.setErrorResult(stopped ? stopping() : late(contactId, timeout));
        });
        result.onCompletion(() -> {
            peer.end();
            delay.cancel();
            flows.dismiss(contactId, watch);
            places.release();
        });
        return result;
    }

    private void settle(DeferredResult<FlowLogItem> result, String contactId, @Nullable FlowLogEntry entry) {
        if (entry == null) {
            result.setErrorResult(ControlProblem.conflict(
                    "The chat of contact " + contactId + " has ended without such an action; " + instead(contactId)));
        } else {
            result.setResult(FlowLogItem.of(entry));
        }
    }

    private ControlProblem late(String contactId, Duration timeout) {
        return ControlProblem.of(
                HttpStatus.REQUEST_TIMEOUT,
                "No such action ran within " + timeout + "; the flow is "
                        + FlowView.of(contactId, flows.position(contactId)).sentence() + "; " + instead(contactId));
    }

    /** The actions that ran instead. */
    private String instead(String contactId) {
        List<FlowLogEntry> log = Objects.requireNonNullElse(flows.log(contactId), List.of());
        String latest = log.subList(Math.max(0, log.size() - SHOWN_ACTIONS), log.size()).stream()
                .map(entry -> entry.identifier() + " (" + entry.type() + ": " + shortened(entry.outcome()) + ")")
                .collect(Collectors.joining(", "));
        return latest.isEmpty() ? "no action has run" : "the latest actions are " + latest;
    }

    private static String shortened(String outcome) {
        return outcome.codePointCount(0, outcome.length()) > SHOWN_CHARACTERS
                ? outcome.substring(0, outcome.offsetByCodePoints(0, SHOWN_CHARACTERS)) + "…"
                : outcome;
    }

    private static ControlProblem stopping() {
        return ControlProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "The emulator is stopping");
    }
}
