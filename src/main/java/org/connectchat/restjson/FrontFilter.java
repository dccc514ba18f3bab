package org.connectchat.restjson;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Stands before everything: gives each answer its request id (rule T8) and CORS headers (rule T9), answers preflights,
 * writes the one log line of a call, and tells the observers; of a suspended call when it really ends. It never logs a
 * token, a body or a caller's text.
 */
final class FrontFilter extends HttpFilter {

    static final String REQUEST_ID = "x-amzn-RequestId";

    private static final long serialVersionUID = 1L;

    private final transient AnswerWriter answers;
    private final transient List<CallObserver> observers;

    FrontFilter(AnswerWriter answers, List<CallObserver> observers) {
        this.answers = answers;
        this.observers = observers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            chain.doFilter(request, response);
            endUnlessSuspended(Call.of(request), request, response);
            return;
        }
        String requestId = RequestIds.next();
        response.setHeader(REQUEST_ID, requestId);
        Cors.allow(response);
        if ("OPTIONS".equals(request.getMethod())) {
            Cors.answerPreflight(request, response);
            return;
        }
        Call call = Call.begin(request, requestId, observers);
        chain.doFilter("TRACE".equals(request.getMethod()) ? new Untraced(request) : request, response);
        endUnlessSuspended(call, request, response);
    }

    private void endUnlessSuspended(Call call, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!request.isAsyncStarted()) {
            explain(call, response);
            CallLine.write(call, response.getStatus());
            call.over(response.getStatus());
        }
    }

    /** Some handlers of Spring's say no without a word. */
    private void explain(Call call, HttpServletResponse response) throws IOException {
        int status = response.getStatus();
        if (status >= HttpServletResponse.SC_BAD_REQUEST
                && !OwnPaths.include(call.rawPath())
                && response.getContentType() == null
                && !response.isCommitted()) {
            TransportError error = TransportError.ofStatus(status);
            call.failed(error);
            answers.error(
                    response,
                    PlainDialect.forPath(call.rawPath()),
                    error,
                    "Nothing is served at " + Violations.abbreviated(call.rawPath()));
        }
    }

    /** A servlet would answer TRACE itself, by sending back what it got; under another name it is a wrong method. */
    private static final class Untraced extends HttpServletRequestWrapper {

        Untraced(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "trace";
        }
    }
}
