package org.connectchat.restjson;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.connectchat.restjson.place.NormalPath;
import org.connectchat.restjson.place.Place;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before everything: gives each answer its request id (rule T8) and CORS headers (rule T9), answers preflights,
 * writes the one log line of a call, and tells the observers. It never logs a token, a body or a caller's text.
 */
final class FrontFilter extends HttpFilter {

    static final String REQUEST_ID = "x-amzn-RequestId";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger("org.connectchat.calls");

    private final transient AnswerWriter answers;
    private final transient List<CallObserver> observers;

    FrontFilter(AnswerWriter answers, List<CallObserver> observers) {
        this.answers = answers;
        this.observers = observers;
    }

    @Override
    protected void doFilter(HttpServletRequest sent, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = PresentedRequest.of(sent);
        if (!NormalPath.canBeDecoded(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST); // Tomcat checks only what is before a semicolon
            return;
        }
        String requestId = RequestIds.next();
        response.setHeader(REQUEST_ID, requestId);
        Cors.allow(response);
        if ("OPTIONS".equals(request.getMethod())) {
            Cors.answerPreflight(request, response);
            return;
        }
        Call call = Call.begin(sent, requestId, observers);
        chain.doFilter(request, response);
        explain(call, request, response);
        log(call, response.getStatus());
        call.over(response.getStatus());
    }

    /** Some handlers of Spring's say no without a word. */
    private void explain(Call call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = response.getStatus();
        if (status < HttpServletResponse.SC_BAD_REQUEST) {
            return;
        }
        Place place = Place.of(request.getRequestURI());
        if (BrokenRequest.brokeOff(request) && call.errorCode() == null && place != Place.TRANSFER) {
            call.failed(TransportError.BAD_REQUEST); // an upload has its own line
        }
        if (place != Place.CONTROL && response.getContentType() == null && !response.isCommitted()) {
            TransportError error = TransportError.ofStatus(status);
            call.failed(error);
            answers.error(
                    response,
                    PlainDialect.forPath(request.getRequestURI()),
                    error,
                    "Nothing is served at " + Violations.abbreviated(request.getRequestURI()));
        }
    }

    private static void log(Call call, int status) {
        Route route = call.route();
        String error = call.errorCode();
        if ((route == null && error == null) || !LOG.isInfoEnabled()) {
            return; // health checks and the like are nobody's calls
        }
        LOG.info(
                "operation={} contact={} outcome={} requestId={}",
                route == null ? "-" : route.name(),
                call.ownContactId() == null ? "-" : call.ownContactId(),
                outcome(call, status, error),
                call.requestId());
    }

    private static String outcome(Call call, int status, @Nullable String error) {
        if (call.isAborted()) {
            return "reset";
        }
        return error == null ? Integer.toString(status) : status + "/" + error;
    }
}
