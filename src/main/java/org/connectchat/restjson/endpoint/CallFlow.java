package org.connectchat.restjson.endpoint;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.operation.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;

/**
 * One call on its way through the stages of its operation. It runs on the request's thread, unless an interceptor asks
 * for a delay or the body has not arrived: then it is suspended after that stage, without a thread, and continues with
 * the next one.
 */
public final class CallFlow implements HttpRequestHandler {

    private static final String ATTRIBUTE = CallFlow.class.getName();

    /** In the order in which they are taken. */
    private enum Stage {
        /** Some interceptors, and the throttle of instances, look at the body of a call before anything else. */
        FIRST,
        /**
         * Interceptors, before the throttle: a request that is refused later has still used a token of the throttle.
         */
        ARRIVED,
        /** The account's throttle, then interceptors. */
        THROTTLED,
        /** Authentication; if it gives the target, then the instance's throttle and interceptors. */
        AUTHENTICATED,
        BODY,
        /**
         * Reading and checking the request; its target unless that is known, then the instance's throttle and
         * interceptors.
         */
        READ,
        /** The work, then interceptors. */
        EXECUTED,
        RESPONSE
    }

    private final Stages stages;
    private final Operation.Steps steps;
    private final Call call;
    private Stage stage = Stage.FIRST;
    private @Nullable CompletableFuture<byte[]> body;
    private @Nullable RuntimeException problem;
    private @Nullable Object result;

    CallFlow(Stages stages, Call call) {
        this.stages = stages;
        this.steps = stages.steps();
        this.call = call;
    }

    /** The flow of a call that was suspended, or null. */
    static @Nullable CallFlow of(HttpServletRequest request) {
        return (CallFlow) request.getAttribute(ATTRIBUTE);
    }

    /** Runs the stages until the call is suspended or its response is written. */
    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
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
                problem = e; // the exception is thrown after the delay
            }
            if (suspended()) {
                return;
            }
        }
        stages.respond(requireNonNull(result), call, response);
    }

    private Stage take(Stage current) {
        return switch (current) {
            case FIRST -> {
                stages.begin(call);
                if (stages.needsBodyFirst(call)) {
                    collect();
                }
                yield Stage.ARRIVED;
            }
            case ARRIVED -> {
                stages.arrived(call);
                yield Stage.THROTTLED;
            }
            case THROTTLED -> {
                stages.throttle(call);
                yield Stage.AUTHENTICATED;
            }
            case AUTHENTICATED -> {
                admit(steps.authenticate(call));
                yield Stage.BODY;
            }
            case BODY -> {
                if (stages.expectsBody(call)) {
                    collect();
                }
                yield Stage.READ;
            }
            case READ -> {
                admit(steps.read(call));
                yield Stage.EXECUTED;
            }
            case EXECUTED -> {
                result = steps.execute(call);
                stages.after(call);
                yield Stage.RESPONSE;
            }
            case RESPONSE -> Stage.RESPONSE;
        };
    }

    private void admit(@Nullable Target target) {
        if (target != null) {
            stages.admit(call, target);
        }
    }

    private void collect() {
        if (body == null) {
            body = stages.collect(call);
            call.collect(body);
        }
    }

    private boolean suspended() {
        if (call.isDelayed()) {
            Duration delay = call.takeDelay();
            Suspension suspension = suspend();
            stages.delay(delay, stopped -> {
                if (stopped) {
                    problem = TransportError.stopping();
                }
                suspension.resume();
            });
            return true;
        }
        CompletableFuture<byte[]> collecting = body;
        // A request that became asynchronous continues only by a dispatch, even if its body has arrived meanwhile.
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
