package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * The one place where an exception becomes an answer (rules T8 and T10). Whatever is not an error that somebody meant
 * goes to the log with its stack trace, and to the client without.
 */
final class ErrorAnswers implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final ModelAndView ANSWERED = new ModelAndView();

    private final AnswerWriter answers;
    private final ConnectionReset connections;

    ErrorAnswers(AnswerWriter answers, ConnectionReset connections) {
        this.answers = answers;
        this.connections = connections;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (OwnPaths.include(request.getRequestURI())) {
            return null; // no AWS call, so no AWS error
        }
        Call call = Call.of(request);
        if (problem instanceof CallAborted) {
            call.aborted();
            call.over(AnsweredCall.NO_STATUS);
            connections.reset(call.caller());
            return ANSWERED;
        }
        Route route = call.route();
        Dialect dialect = route == null ? PlainDialect.forPath(request.getRequestURI()) : route.dialect();
        if (response.isCommitted()) {
            // Nothing can be said any more; mostly the caller hung up while we wrote.
            LOG.debug("Answer {} broke off", call.requestId(), problem);
            return ANSWERED;
        }
        AwsException error = error(dialect, call, response, problem);
        call.failed(error.type());
        call.over(error.type().status());
        try {
            answers.error(response, dialect, error.type(), error.message());
        } catch (IOException e) {
            LOG.debug("The caller of {} did not wait for the answer", call.requestId(), e);
        }
        return ANSWERED;
    }

    private static AwsException error(Dialect dialect, Call call, HttpServletResponse response, Exception problem) {
        if (problem instanceof AwsException meant) {
            return meant;
        }
        AwsException refusal = dialect.translate(problem);
        if (refusal != null) {
            return refusal;
        }
        if (problem instanceof ErrorResponse spring && spring.getStatusCode().is4xxClientError()) {
            spring.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
            return new AwsException(
                    TransportError.ofStatus(spring.getStatusCode().value()), String.valueOf(problem.getMessage()));
        }
        LOG.error("Request {} failed inside", call.requestId(), problem);
        return new AwsException(
                dialect.internal(),
                "Something went wrong inside the emulator; its log has the cause under request id " + call.requestId());
    }
}
