package org.connectchat.restjson.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.operation.Operation;
import org.springframework.web.HttpRequestHandler;

/** Serves one operation over HTTP: begins a {@link CallFlow} for each call. */
public final class Endpoint implements HttpRequestHandler {

    private final Route route;
    private final Stages stages;

    public Endpoint(Operation operation, Stages.Shared shared) {
        this.route = operation.route();
        this.stages = new Stages(operation, shared);
    }

    Route route() {
        return route;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
        new CallFlow(stages, Call.of(request)).handleRequest(request, response);
    }
}
