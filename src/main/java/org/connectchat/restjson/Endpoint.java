package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.connectchat.restjson.body.ResponseBodies;
import org.springframework.web.HttpRequestHandler;

/** Serves one operation over HTTP: throttle first, so that a request refused later has still used its token. */
final class Endpoint implements HttpRequestHandler {

    private final Operation operation;
    private final Route route;
    private final ThrottlingFigures figures;
    private final List<CallInterceptor> interceptors;
    private final Clock clock;
    private final AnswerWriter answers;
    private final CollectingBodies bodies;
    private final ResponseBodies responses;

    Endpoint(
            Operation operation,
            ThrottlingFigures figures,
            List<CallInterceptor> interceptors,
            Clock clock,
            AnswerWriter answers,
            CollectingBodies bodies,
            ResponseBodies responses) {
        this.operation = operation;
        this.route = operation.route();
        this.figures = figures;
        this.interceptors = interceptors;
        this.clock = clock;
        this.answers = answers;
        this.bodies = bodies;
        this.responses = responses;
    }

    Route route() {
        return route;
    }

    List<CallInterceptor> interceptors() {
        return interceptors;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Call call = Call.of(request);
        if (call.waitingAt() == null) {
            begin(call);
            if (isWaiting(call, request)) {
                return;
            }
        }
        Object answer = operation.handle(call);
        for (CallInterceptor interceptor : interceptors) {
            interceptor.after(call);
        }
        byte[] bytes = answers.bytes(answer);
        call.over(HttpServletResponse.SC_OK);
        answers.head(response, HttpServletResponse.SC_OK, bytes.length);
        responses.write(request, response, bytes);
    }

    /** Whether the call goes on when its body has come; it is dispatched again then. */
    private boolean isWaiting(Call call, HttpServletRequest request) {
        CompletableFuture<byte[]> body = call.collect(bodies);
        if (body.isDone() && !request.isAsyncStarted()) {
            return false;
        }
        call.waitAt(this);
        CompletableFuture<byte[]> unused =
                body.whenComplete((bytes, failure) -> request.getAsyncContext().dispatch("/"));
        return true;
    }

    private void begin(Call call) {
        call.began(clock.instant());
        for (CallInterceptor interceptor : interceptors) {
            interceptor.arrived(call);
        }
        if (!figures.take(route)) {
            throw route.tooMany();
        }
        for (CallInterceptor interceptor : interceptors) {
            interceptor.before(call);
        }
    }
}
