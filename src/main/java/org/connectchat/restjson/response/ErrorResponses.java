package org.connectchat.restjson.response;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.CallAborted;
import org.connectchat.restjson.call.CallRecord;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Dialect;
import org.connectchat.restjson.error.PlainDialect;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.place.ControlPaths;
import org.connectchat.restjson.place.Place;
import org.connectchat.restjson.place.Refusal;
import org.connectchat.restjson.tomcat.ConnectionResetter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where an exception becomes a response (rules T8 and T10). An unexpected exception is logged with its
 * stack trace; the client gets no stack trace.
 */
public final class ErrorResponses implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorResponses.class);
    private static final ModelAndView HANDLED = new ModelAndView();

    private final ResponseWriter responses;
    private final ConnectionResetter connections;

    public ErrorResponses(ResponseWriter responses, ConnectionResetter connections) {
        this.responses = responses;
        this.connections = connections;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (ControlPaths.include(request.getRequestURI()) || !Call.is(request)) {
            return null; // no AWS call, so no AWS error
        }
        Call call = Call.of(request);
        if (problem instanceof CallAborted) {
            call.recorder().abort();
            call.complete(CallRecord.NO_STATUS);
            connections.reset(call.caller());
            return HANDLED;
        }
        Route route = call.operationIfAny();
        Dialect dialect = route == null ? PlainDialect.forPath(request.getRequestURI()) : route.dialect();
        boolean brokeOff = BrokenRequest.brokeOff(request);
        if (response.isCommitted() && !brokeOff) {
            // Nothing more can be sent; usually the caller hung up while the response was written.
            LOG.debug("Response {} broke off", call.recorder().requestId(), problem);
            return HANDLED;
        }
        AwsException error = error(dialect, call, response, problem);
        call.recorder().fail(error.type());
        call.complete(error.type().status());
        if (brokeOff) {
            new RefusedCall(responses, dialect, error).keepIn(request);
            return HANDLED;
        }
        try {
            if (Place.of(request.getRequestURI()) == Place.TRANSFER) {
                ResponseWriter.refusal(response, asOfS3(error, call, request));
            } else {
                responses.error(response, dialect, error);
            }
        } catch (IOException e) {
            LOG.debug(
                    "The caller of {} did not wait for the response",
                    call.recorder().requestId(),
                    e);
        }
        return HANDLED;
    }

    private static Refusal asOfS3(AwsException error, Call call, HttpServletRequest request) {
        int status = error.type().status();
        String code = status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "InvalidRequest" : "InternalError";
        return new Refusal(
                Place.TRANSFER,
                status,
                code,
                error.message(),
                request.getRequestURI(),
                call.recorder().requestId());
    }

    private static AwsException error(Dialect dialect, Call call, HttpServletResponse response, Exception problem) {
        if (problem instanceof AwsException expected) {
            return expected;
        }
        AwsException refusal = dialect.translate(problem);
        if (refusal != null) {
            return refusal;
        }
        if (problem instanceof ErrorResponse spring && spring.getStatusCode().is4xxClientError()) {
            spring.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
            return new AwsException(
                    TransportError.ofStatus(spring.getStatusCode().value()),
                    String.valueOf(spring.getBody().getDetail()));
        }
        BrokenRequest broken = BrokenRequest.of(call.request(), problem);
        if (broken != null) {
            return new AwsException(TransportError.ofStatus(broken.status()), broken.message());
        }
        LOG.error("Request {} failed inside", call.recorder().requestId(), problem);
        return new AwsException(
                dialect.internal(),
                "Something went wrong inside the emulator; its log has the cause under request id "
                        + call.recorder().requestId());
    }
}
