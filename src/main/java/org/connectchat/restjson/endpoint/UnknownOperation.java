package org.connectchat.restjson.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.stream.Collectors;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.Operation;
import org.springframework.web.HttpRequestHandler;

/** Rule T7: the error of a path where nothing is served; it names what is served. */
public final class UnknownOperation implements HttpRequestHandler {

    private final String served;

    public UnknownOperation(Collection<Operation> operations) {
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
