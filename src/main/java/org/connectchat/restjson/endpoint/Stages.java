package org.connectchat.restjson.endpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.connectchat.restjson.body.ResponseBodies;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.CallInterceptor;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.delay.Delays;
import org.connectchat.restjson.json.BodyReader;
import org.connectchat.restjson.json.JsonBytes;
import org.connectchat.restjson.operation.Operation;
import org.connectchat.restjson.response.ResponseWriter;
import org.connectchat.restjson.throttle.Throttle;

/** Executes the stages of a {@link CallFlow} that are the same for all operations. */
public final class Stages {

    /** The collaborators that all endpoints share. */
    public record Shared(
            Throttle throttle,
            List<CallInterceptor> interceptors,
            Clock clock,
            BodyCollection bodies,
            Delays delays,
            ResponseWriter writer,
            ResponseBodies responses) {}

    private final Operation operation;
    private final Route route;
    private final Shared shared;

    Stages(Operation operation, Shared shared) {
        this.operation = operation;
        this.route = operation.route();
        this.shared = shared;
    }

    Operation.Steps steps() {
        return operation.begin();
    }

    void begin(Call call) {
        call.recorder().start(shared.clock().instant());
    }

    boolean needsBodyFirst(Call call) {
        if (namesInstance() && operation.hasBody() && operation.namedInstance(call) == null) {
            return true;
        }
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
        if (route.scope() == Route.Scope.ACCOUNT && !takeOfAccount(call)) {
            throw route.tooMany();
        }
        for (CallInterceptor interceptor : shared.interceptors()) {
            interceptor.before(call);
        }
    }

    /** While instances have limits of their own, the call is looked at here, where its throttle is asked in any case. */
    private boolean takeOfAccount(Call call) {
        String instanceId = namesInstance() ? operation.namedInstance(call) : null;
        boolean taken = shared.throttle().takeOfAccount(route.name(), instanceId);
        if (!taken && instanceId != null) {
            call.recorder().target(new Target(instanceId, null)); // the journal has the refused call for its instance
        }
        return taken;
    }

    /** Whether the throttle depends on the instance that the call names. */
    private boolean namesInstance() {
        return route.scope() == Route.Scope.ACCOUNT && shared.throttle().isDivided();
    }

    void admit(Call call, Target target) {
        call.recorder().target(target);
        if (route.scope() == Route.Scope.INSTANCE
                && !shared.throttle().takeOfInstance(route.name(), target.instanceId())) {
            throw route.tooMany();
        }
        for (CallInterceptor interceptor : shared.interceptors()) {
            interceptor.targetKnown(call);
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
        return shared.bodies().collect(call.request(), route.dialect(), operation.leastMaximumBodyBytes());
    }

    void delay(Duration delay, Delays.End end) {
        shared.delays().begin(delay, end);
    }

    void after(Call call) {
        for (CallInterceptor interceptor : shared.interceptors()) {
            interceptor.after(call);
        }
    }

    void respond(Object body, Call call, HttpServletResponse response) throws IOException {
        try (JsonBytes json = shared.writer().json(body)) {
            call.complete(HttpServletResponse.SC_OK);
            shared.writer().head(response, HttpServletResponse.SC_OK, json.length());
            shared.responses().write(call.request(), response, json);
        }
    }
}
