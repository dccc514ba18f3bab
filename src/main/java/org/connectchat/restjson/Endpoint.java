package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.connectchat.restjson.body.ResponseBodies;
import org.springframework.web.HttpRequestHandler;

/** Serves one operation over HTTP: what each stage of a {@link CallFlow} does for all operations alike. */
final class Endpoint implements HttpRequestHandler {

    /** What all endpoints share. */
    record Shared(
            ThrottlingFigures figures,
            List<CallInterceptor> interceptors,
            Clock clock,
            CollectingBodies bodies,
            Delays delays,
            AnswerWriter answers,
            ResponseBodies responses) {}

    private final Operation operation;
    private final Route route;
    private final Shared shared;

    Endpoint(Operation operation, Shared shared) {
        this.operation = operation;
        this.route = operation.route();
        this.shared = shared;
    }

    Route route() {
        return route;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        CallFlow suspended = CallFlow.of(request);
        CallFlow flow = suspended == null ? new CallFlow(this, operation.begin(), Call.of(request)) : suspended;
        flow.proceed(response);
    }

    void begin(Call call) {
        call.began(shared.clock().instant());
    }

    boolean needsBodyFirst(Call call) {
        for (CallInterceptor interceptor : shared.interceptors()) {
            if (interceptor.needsBody(call)) {
                return true;
            }
        }
        return false;
    }

    void arrived(Call call) {
        for (CallInterceptor interceptor : shared.interceptors()) {
            interceptor.arrived(call);
        }
    }

    void throttle(Call call) {
        if (!shared.figures().take(route)) {
            throw route.tooMany();
        }
        for (CallInterceptor interceptor : shared.interceptors()) {
            interceptor.before(call);
        }
    }

    void admit(Call call, Target target) {
        call.targets(target);
        if (!shared.figures().take(route, target.instanceId())) {
            throw route.tooMany();
        }
        for (CallInterceptor interceptor : shared.interceptors()) {
            interceptor.atInstance(call);
        }
    }

    /** A body of another type is refused before it is read. */
    boolean expectsBody(Call call) {
        boolean expected = operation.hasBody();
        if (expected && operation.insistsOnJson()) {
            BodyReader.requireJson(call.request().getContentType());
        }
        return expected;
    }

    CompletableFuture<byte[]> collect(Call call) {
        return shared.bodies().collect(call.request(), route.dialect());
    }

    void delay(Duration delay, Delays.End end) {
        shared.delays().begin(delay, end);
    }

    void after(Call call) {
        for (CallInterceptor interceptor : shared.interceptors()) {
            interceptor.after(call);
        }
    }

    void respond(Object answer, Call call, HttpServletResponse response) throws IOException {
        byte[] bytes = shared.answers().bytes(answer);
        call.over(HttpServletResponse.SC_OK);
        shared.answers().head(response, HttpServletResponse.SC_OK, bytes.length);
        shared.responses().write(call.request(), response, bytes);
    }
}
