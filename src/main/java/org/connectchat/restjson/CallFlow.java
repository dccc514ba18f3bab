package org.connectchat.restjson;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way through the stages of its operation. It goes straight through on the request's thread, unless an
 * interceptor asks for a delay or the body is not there yet: then it is suspended after that stage, without a thread, and
 * goes on with the next one.
 */
final class CallFlow {

    private static final String ATTRIBUTE = CallFlow.class.getName();

    /** In the order in which they are taken. */
    private enum Stage {
        /** Some interceptors look at the body of a call before anything else. */
        FIRST,
        /** Interceptors, before the throttle: a request that is refused later has still used its token. */
        ARRIVED,
        /** The account's throttle, then interceptors. */
        THROTTLED,
        /** Who calls; if that says what the call is about, then the instance's throttle and interceptors. */
        AUTHENTICATED,
        BODY,
        /** The request, checked; what it is about unless that is known, then the instance's throttle and interceptors. */
        READ,
        /** The work, then interceptors. */
        EXECUTED,
        RESPONSE
    }

    private final Endpoint endpoint;
    private final Operation.Steps steps;
    private final Call call;
    private Stage stage = Stage.FIRST;
    private @Nullable CompletableFuture<byte[]> body;
    private @Nullable RuntimeException problem;
    private @Nullable Object answer;

    CallFlow(Endpoint endpoint, Operation.Steps steps, Call call) {
        this.endpoint = endpoint;
        this.steps = steps;
        this.call = call;
    }

    /** The flow of a call that was suspended, or null. */
    static @Nullable CallFlow of(HttpServletRequest request) {
        return (CallFlow) request.getAttribute(ATTRIBUTE);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /** Goes on until the call is suspended or its response is written. */
    void proceed(HttpServletResponse response) throws IOException {
        RuntimeException kept = problem;
        if (kept != null) {
            throw kept;
        }
        while (stage != Stage.RESPONSE) {
            try {
                stage = take(stage);
            } catch (RuntimeException e) {
                if (!call.isDelayed()) {
                    throw e;
                }
                problem = e; // told when the delay is over
            }
            if (suspended()) {
                return;
            }
        }
        endpoint.respond(requireNonNull(answer), call, response);
    }

    private Stage take(Stage current) {
        return switch (current) {
            case FIRST -> {
                endpoint.begin(call);
                if (endpoint.needsBodyFirst(call)) {
                    collect();
                }
                yield Stage.ARRIVED;
            }
            case ARRIVED -> {
                endpoint.arrived(call);
                yield Stage.THROTTLED;
            }
            case THROTTLED -> {
                endpoint.throttle(call);
                yield Stage.AUTHENTICATED;
            }
            case AUTHENTICATED -> {
                admit(steps.authenticate(call));
                yield Stage.BODY;
            }
            case BODY -> {
                if (endpoint.expectsBody(call)) {
                    collect();
                }
                yield Stage.READ;
            }
            case READ -> {
                admit(steps.read(call));
                yield Stage.EXECUTED;
            }
            case EXECUTED -> {
                answer = steps.execute(call);
                endpoint.after(call);
                yield Stage.RESPONSE;
            }
            case RESPONSE -> Stage.RESPONSE;
        };
    }

    private void admit(@Nullable Target target) {
        if (target != null) {
            endpoint.admit(call, target);
        }
    }

    private void collect() {
        if (body == null) {
            body = endpoint.collect(call);
            call.collects(body);
        }
    }

    private boolean suspended() {
        if (call.isDelayed()) {
            Duration delay = call.takeDelay();
            Suspension suspension = suspend();
            endpoint.delay(delay, stopped -> {
                if (stopped) {
                    problem = TransportError.stopping();
                }
                suspension.resume();
            });
            return true;
        }
        CompletableFuture<byte[]> collecting = body;
        // A request that became asynchronous goes on only by a dispatch, even if its body has come meanwhile.
        if (collecting != null && (!collecting.isDone() || call.request().isAsyncStarted())) {
            Suspension suspension = suspend();
            CompletionStage<byte[]> collected = collecting;
            collected.whenComplete((bytes, failure) -> suspension.resume());
            return true;
        }
        return false;
    }

    private Suspension suspend() {
        call.request().setAttribute(ATTRIBUTE, this);
        return Suspension.of(call);
    }
}
