package org.connectchat.restjson.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.json.BodyReader;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpRequestHandler;

/** Finds the operation that a request calls, or called before it was suspended. */
public final class OperationMapping {

    private final Router router;
    private final UnimplementedOperations unserved;
    private final BodyReader bodies;

    public OperationMapping(Router router, UnimplementedOperations unserved, BodyReader bodies) {
        this.router = router;
        this.unserved = unserved;
        this.bodies = bodies;
    }

    /** The endpoint that handles a request, or null if the request calls no operation. */
    @Nullable
    HttpRequestHandler find(HttpServletRequest request) {
        CallFlow suspended = CallFlow.of(request);
        if (suspended != null) {
            return suspended;
        }
        Router.Match match = router.match(request.getRequestURI());
        Endpoint endpoint = match == null ? null : match.resource().byMethod().get(request.getMethod());
        Map<String, String> labels = match == null || endpoint == null ? Map.of() : match.labels();
        if (endpoint == null) {
            UnimplementedOperations.Found found = unserved.find(request.getMethod(), request.getRequestURI());
            endpoint = found == null ? null : found.endpoint();
            labels = found == null ? Map.of() : found.labels();
        }
        if (endpoint == null) {
            return match == null ? null : methodNotAllowed(match.resource().allow());
        }
        Call.of(request).routeTo(endpoint.route(), labels, bodies);
        return endpoint;
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
