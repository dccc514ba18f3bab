package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/** Rule T7: the last of all mappings takes every path that is left, and names what is served. */
final class UnknownOperationMapping implements HandlerMapping, Ordered {

    private final String served;

    UnknownOperationMapping(Collection<Operation> operations) {
        this.served = operations.stream()
                .map(Operation::route)
                .map(route -> String.join(" or ", route.methods()) + " " + route.uri() + " (" + route.name() + ")")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HandlerExecutionChain getHandler(HttpServletRequest request) {
        HttpRequestHandler unknown = (anyRequest, response) -> {
            throw new AwsException(
                    TransportError.UNKNOWN_OPERATION,
                    "Nothing is served at " + Violations.abbreviated(anyRequest.getRequestURI()) + ". Served are: "
                            + served);
        };
        return new HandlerExecutionChain(unknown);
    }
}
