package org.connectchat.restjson.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.json.BodyReader;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/** Finds the operation that a request calls, or called before it was suspended; leaves other paths to the mappings behind it. */
public final class OperationMapping implements HandlerMapping, Ordered {

    private static final String FOUND = OperationMapping.class.getName();

    private final Router router;
    private final UnimplementedOperations unserved;
    private final BodyReader bodies;

    public OperationMapping(Router router, UnimplementedOperations unserved, BodyReader bodies) {
        this.router = router;
        this.unserved = unserved;
        this.bodies = bodies;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Finds out whether a request calls an operation, for {@link #getHandler}. */
    boolean serves(HttpServletRequest request) {
        CallFlow suspended = CallFlow.of(request);
        HandlerExecutionChain found = suspended == null ? find(request) : new HandlerExecutionChain(suspended);
        request.setAttribute(FOUND, found);
        return found != null;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        return (HandlerExecutionChain) request.getAttribute(FOUND);
    }

    private @Nullable HandlerExecutionChain find(HttpServletRequest request) {
        Router.Match match = router.match(request.getRequestURI());
        Endpoint endpoint = match == null ? null : match.resource().byMethod().get(request.getMethod());
        Map<String, String> labels = match == null || endpoint == null ? Map.of() : match.labels();
        if (endpoint == null) {
            UnimplementedOperations.Found found = unserved.find(request.getMethod(), request.getRequestURI());
            endpoint = found == null ? null : found.endpoint();
            labels = found == null ? Map.of() : found.labels();
        }
        if (endpoint == null) {
            return match == null
                    ? null
                    : new HandlerExecutionChain(
                            methodNotAllowed(match.resource().allow()));
        }
        Call.of(request).routeTo(endpoint.route(), labels, bodies);
        return new HandlerExecutionChain(endpoint);
    }

    /** Rule T7: the path is known, the method is not. */
    private static HttpRequestHandler methodNotAllowed(String allow) {
        return (request, response) -> {
            response.setHeader("Allow", allow);
            throw new AwsException(
                    TransportError.METHOD_NOT_ALLOWED,
                    "The method " + Violations.abbreviated(request.getMethod()) + " is not allowed here. Allowed: "
                            + allow);
        };
    }
}
