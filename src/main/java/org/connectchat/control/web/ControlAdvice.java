package org.connectchat.control.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.connectchat.chat.ChatRefused;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.control.Instants;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.response.BrokenRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.core.JacksonException;

/** The one place where an exception of a control call becomes a problem detail; AWS calls never come here. */
@RestControllerAdvice
final class ControlAdvice {

    /** Java's way to say what JSON says with a dot. */
    private static final Pattern KEY = Pattern.compile("\\[(\\D[^]]*)]");

    private static final Logger LOG = LoggerFactory.getLogger(ControlAdvice.class);

    @ExceptionHandler
    ResponseEntity<Problem> refused(ControlProblem problem, ServletWebRequest request) {
        return answer(problem.status(), problem.message(), problem.errors(), request);
    }

    /** The domain says no: what it does not know is not found, everything else is in the wrong state. */
    @ExceptionHandler
    ResponseEntity<Problem> refused(ChatRefused refused, ServletWebRequest request) {
        HttpStatus status = switch (refused.reason()) {
            case INSTANCE_UNKNOWN, CONTACT_FLOW_UNKNOWN, CONTACT_UNKNOWN, PARTICIPANT_UNKNOWN -> HttpStatus.NOT_FOUND;
            case MEMORY_FULL -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.CONFLICT;
        };
        String detail = refused.reason() == ChatRefused.Reason.ACCESS_DENIED
                ? "The participant is no longer in the chat, or the chat has ended"
                : refused.message();
        return answer(status, detail, List.of(), request);
    }

    /** A rule of an AWS operation that a control call shares. */
    @ExceptionHandler
    ResponseEntity<Problem> refused(AwsException refused, ServletWebRequest request) {
        HttpStatus status = HttpStatus.valueOf(refused.type().status());
        return answer(status, refused.message(), List.of(), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> unreadable(HttpMessageNotReadableException problem, ServletWebRequest request) {
        return badFields(
                problem.getCause() instanceof JacksonException cause
                        ? JsonProblems.explain(cause)
                        : new FieldProblem("", "The request body is missing; it must be a JSON object"),
                request);
    }

    /** Of a body and of records that are filled from the query. */
    @ExceptionHandler
    ResponseEntity<Problem> invalid(BindException problem, ServletWebRequest request) {
        List<FieldProblem> errors = new ArrayList<>();
        problem.getFieldErrors()
                .forEach(error -> errors.add(new FieldProblem(
                        KEY.matcher(error.getField()).replaceAll(".$1"),
                        error.isBindingFailure() && error.contains(TypeMismatchException.class)
                                ? mustBe(error.unwrap(TypeMismatchException.class)
                                        .getRequiredType())
                                : String.valueOf(error.getDefaultMessage()))));
        problem.getGlobalErrors()
                .forEach(error -> errors.add(new FieldProblem("", String.valueOf(error.getDefaultMessage()))));
        return badFields(errors, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> invalid(HandlerMethodValidationException problem, ServletWebRequest request) {
        List<FieldProblem> errors = new ArrayList<>();
        problem.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors()
                        .forEach(error -> errors.add(new FieldProblem(
                                error instanceof FieldError member
                                        ? member.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                String.valueOf(error.getDefaultMessage())))));
        return badFields(errors, request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingServletRequestParameterException problem, ServletWebRequest request) {
        return badFields(new FieldProblem(problem.getParameterName(), "is required"), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> mismatched(MethodArgumentTypeMismatchException problem, ServletWebRequest request) {
        return badFields(new FieldProblem(problem.getName(), mustBe(problem.getRequiredType())), request);
    }

    @ExceptionHandler
    ResponseEntity<Problem> missing(MissingRequestHeaderException problem, ServletWebRequest request) {
        return badFields(new FieldProblem(problem.getHeaderName(), "is required"), request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> failed(Exception problem, ServletWebRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(problem)
                && !BrokenRequest.brokeOff(request.getRequest())) {
            LOG.debug("The caller did not wait for the response", problem);
            return null;
        }
        if (problem instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(status, detail(problem, status, request), List.of(), request, known.getHeaders());
        }
        BrokenRequest broken = BrokenRequest.of(request.getRequest(), problem);
        if (broken != null) {
            return answer(HttpStatus.valueOf(broken.status()), broken.message(), List.of(), request);
        }
        LOG.error("A control call of {} failed inside", request.getRequest().getMethod(), problem);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong inside the emulator; its log has the cause",
                List.of(),
                request);
    }

    private static String detail(Exception problem, HttpStatus status, ServletWebRequest request) {
        if (problem instanceof HttpMediaTypeNotSupportedException type) {
            return type.getContentType() == null
                    ? "The Content-Type header is "
                            + (request.getHeader(HttpHeaders.CONTENT_TYPE) == null ? "missing" : "malformed")
                            + "; it must be application/json"
                    : "The Content-Type " + type.getContentType() + " is not supported; it must be application/json";
        }
        if (problem instanceof HttpRequestMethodNotSupportedException method) {
            return "The method " + Violations.abbreviated(method.getMethod()) + " is not allowed here. Allowed: "
                    + String.join(
                            ", ",
                            method.getSupportedMethods() == null ? List.of() : List.of(method.getSupportedMethods()));
        }
        return status == HttpStatus.NOT_FOUND
                ? "Nothing is served at "
                        + Violations.abbreviated(request.getRequest().getRequestURI())
                        + ". /_emulator/docs shows the calls of the control API"
                : String.valueOf(((ErrorResponse) problem).getBody().getDetail());
    }

    private static String mustBe(@Nullable Class<?> type) {
        return type == Duration.class
                ? Durations.RULE
                : type == Instant.class ? Instants.RULE : "must be " + JsonProblems.noun(type);
    }

    private static ResponseEntity<Problem> badFields(FieldProblem error, ServletWebRequest request) {
        return badFields(List.of(error), request);
    }

    private static ResponseEntity<Problem> badFields(List<FieldProblem> errors, ServletWebRequest request) {
        return answer(HttpStatus.BAD_REQUEST, ControlProblem.sentence(errors), errors, request);
    }

    private static ResponseEntity<Problem> answer(
            HttpStatus status, String detail, List<FieldProblem> errors, ServletWebRequest request) {
        return answer(status, detail, errors, request, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<Problem> answer(
            HttpStatus status,
            String detail,
            List<FieldProblem> errors,
            ServletWebRequest request,
            HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problem.of(status, detail, request.getRequest().getRequestURI(), errors));
    }
}
