package org.connectchat.control.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.connectchat.chat.ChatRefused;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.control.Problem;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.response.BrokenRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/**
 * Turns each exception of a control call into a problem detail. Spring chooses the handler of an exception; this class
 * writes the message. Exceptions of AWS calls are not handled here.
 */
@RestControllerAdvice
final class ControlAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ControlAdvice.class);

    /** The domain refuses the call. */
    @ExceptionHandler
    ResponseEntity<Object> handleRefusal(ChatRefused refused, WebRequest request) {
        String detail = refused.reason() == ChatRefused.Reason.ACCESS_DENIED
                ? "The participant is no longer in the chat, or the chat has ended"
                : refused.message();
        return respond(RefusalStatus.of(refused.reason()), detail, HttpHeaders.EMPTY, request);
    }

    /** A rule of an AWS operation that a control call shares. */
    @ExceptionHandler
    ResponseEntity<Object> handleRefusal(AwsException refused, WebRequest request) {
        return respond(HttpStatus.valueOf(refused.type().status()), refused.message(), HttpHeaders.EMPTY, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> handleRefusal(ControlProblem refused, WebRequest request) {
        return respond((Problem) refused.getBody(), HttpHeaders.EMPTY, request);
    }

    /** Handles the exceptions that no other handler takes: the client has gone, or the emulator itself failed. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> handleFailure(Exception failure, WebRequest request) {
        HttpServletRequest broken = servletRequest(request);
        if (DisconnectedClientHelper.isClientDisconnectedException(failure) && !BrokenRequest.brokeOff(broken)) {
            LOG.debug("The client closed its connection before the response", failure);
            return null;
        }
        BrokenRequest known = BrokenRequest.of(broken, failure);
        if (known != null) {
            return respond(HttpStatus.valueOf(known.status()), known.message(), HttpHeaders.EMPTY, request);
        }
        LOG.error("A control call of {} failed", broken.getMethod(), failure);
        return respond(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The emulator failed to carry out the call; its log has the cause",
                HttpHeaders.EMPTY,
                request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refuse(
                problem.getCause() instanceof JacksonException cause
                        ? JsonProblems.explain(cause)
                        : new FieldProblem("", "The request body is missing; it must be a JSON object"),
                request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refuse(FieldProblems.of(problem), request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refuse(FieldProblems.of(problem), request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException problem,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return refuse(new FieldProblem(problem.getParameterName(), "is required"), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
            ServletRequestBindingException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem instanceof MissingRequestHeaderException header
                ? refuse(new FieldProblem(header.getHeaderName(), "is required"), request)
                : super.handleServletRequestBindingException(problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException problem, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return problem instanceof MethodArgumentTypeMismatchException argument
                ? refuse(new FieldProblem(argument.getName(), FieldProblems.rule(argument.getRequiredType())), request)
                : super.handleTypeMismatch(problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleAsyncRequestNotUsableException(
            AsyncRequestNotUsableException problem, WebRequest request) {
        return handleFailure(problem, request);
    }

    /** Handles all of Spring's other exceptions. Errors of the client keep their status and headers. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception problem, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return status.is4xxClientError()
                ? respond(status, detail(problem, status, request), headers, request)
                : handleFailure(problem, request);
    }

    private static String detail(Exception problem, HttpStatusCode status, WebRequest request) {
        if (problem instanceof HttpMediaTypeNotSupportedException type) {
            return type.getContentType() == null
                    ? "The Content-Type header is "
                            + (request.getHeader(HttpHeaders.CONTENT_TYPE) == null ? "missing" : "malformed")
                            + "; it must be application/json"
                    : "The Content-Type " + type.getContentType() + " is not supported; it must be application/json";
        }
        if (problem instanceof HttpRequestMethodNotSupportedException method) {
            String[] allowed = method.getSupportedMethods();
            return "The method " + Violations.abbreviated(method.getMethod()) + " is not allowed here. Allowed: "
                    + String.join(", ", allowed == null ? List.of() : List.of(allowed));
        }
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return "Nothing is served at "
                    + Violations.abbreviated(servletRequest(request).getRequestURI())
                    + "; see /_emulator/docs";
        }
        return problem instanceof ErrorResponse known
                ? String.valueOf(known.getBody().getDetail())
                : "The request is not valid";
    }

    private static ResponseEntity<Object> refuse(FieldProblem error, WebRequest request) {
        return refuse(List.of(error), request);
    }

    private static ResponseEntity<Object> refuse(List<FieldProblem> errors, WebRequest request) {
        return respond(
                new Problem(HttpStatus.BAD_REQUEST, ControlProblem.sentence(errors), errors),
                HttpHeaders.EMPTY,
                request);
    }

    private static ResponseEntity<Object> respond(
            HttpStatusCode status, String detail, HttpHeaders headers, WebRequest request) {
        return respond(new Problem(status, detail, List.of()), headers, request);
    }

    private static ResponseEntity<Object> respond(Problem problem, HttpHeaders headers, WebRequest request) {
        problem.setInstance(instance(servletRequest(request).getRequestURI()));
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Tomcat lets brackets through, which a URI may not hold in its path. */
    private static URI instance(String path) {
        return URI.create(path.replace("[", "%5B").replace("]", "%5D"));
    }

    private static HttpServletRequest servletRequest(WebRequest request) {
        return ((ServletWebRequest) request).getRequest();
    }
}
