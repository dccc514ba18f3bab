package org.connectchat.control.flow;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.connectchat.control.ControlProblem;
import org.connectchat.flow.run.FlowInspector;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.delay.Delays.Delay;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Ends the wait of a flow (rule F80). What the flow has begun before is done first, such as a call of a function, and so is
 * what it begins because of it; the request waits for both without a thread.
 */
@Component
final class FlowContinuation {

    private static final Long NO_CONTAINER_TIMEOUT = 0L;

    /** A call of a bot takes ten seconds at most. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private final FlowInspector flows;
    private final Delays delays;

    FlowContinuation(FlowInspector flows, Delays delays) {
        this.flows = flows;
        this.delays = delays;
    }

    DeferredResult<FlowView> begin(String contactId) {
        DeferredResult<FlowView> result = new DeferredResult<>(NO_CONTAINER_TIMEOUT);
        whenSettled(
                contactId,
                () -> {
                    try {
                        goOn(contactId, result);
                    } catch (RuntimeException e) {
                        result.setErrorResult(e); // the thread belongs to a flow, which must not break because of it
                    }
                },
                () -> result.setErrorResult(conflict(contactId)));
        return result;
    }

    private void goOn(String contactId, DeferredResult<FlowView> result) {
        if (flows.goOn(contactId)) {
            Runnable respond = () -> result.setResult(FlowView.of(contactId, flows.position(contactId)));
            whenSettled(contactId, respond, respond);
        } else {
            result.setErrorResult(conflict(contactId));
        }
    }

    private ControlProblem conflict(String contactId) {
        return ControlProblem.conflict("The flow of contact " + contactId
                + " does not wait for anything that can be skipped: it is "
                + FlowView.of(contactId, flows.position(contactId)).sentence());
    }

    /** Runs one of both, once: the first when everything is done, the other if that takes too long. */
    private void whenSettled(String contactId, Runnable settled, Runnable late) {
        AtomicBoolean isOver = new AtomicBoolean();
        Delay delay = delays.begin(LONGEST, stopped -> {
            if (isOver.compareAndSet(false, true)) {
                late.run();
            }
        });
        flows.whenSettled(contactId, () -> {
            delay.cancel();
            if (isOver.compareAndSet(false, true)) {
                settled.run();
            }
        });
    }
}
