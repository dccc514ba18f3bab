package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.web.HttpRequestHandler;

/** Rule T7: answers for a path that nobody serves, and names what is served. */
final class UnknownOperation implements HttpRequestHandler {

    private final String served;

    UnknownOperation(Collection<Operation> operations) {
        this.served = operations.stream()
                .map(Operation::route)
                .map(route -> String.join(" or ", route.methods()) + " " + route.uri() + " (" + route.name() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response) {
        throw new AwsException(
                TransportError.UNKNOWN_OPERATION,
                "Nothing is served at " + Violations.abbreviated(request.getRequestURI()) + ". Served are: " + served);
    }
}
