package org.connectchat.restjson.response;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.error.TransportError;
import org.connectchat.restjson.header.RequestIds;
import org.connectchat.restjson.place.Place;
import org.connectchat.restjson.place.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.web.util.ForwardedHeaderUtils;

/**
 * Finds what is wrong with a request that a handler could not read. It is called only after a failure, so it costs a
 * valid request nothing.
 *
 * @param status the HTTP status of the response
 * @param message what is wrong; it repeats nothing of the request
 */
public record BrokenRequest(int status, String message) {

    public static final String BODY = "The request body ended before it was complete, or its chunks are malformed";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_ACCEPTABLE = 406;

    /**
     * Whether the body could not be read to its end. Tomcat then drops what a handler writes; the container's error
     * valve
     * writes the response.
     */
    public static boolean brokeOff(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof IOException;
    }

    /** Writes the error of a request whose collected body could not be read to its end, in the form of its place. */
    public static void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Call.of(request).recorder().fail(TransportError.BAD_REQUEST);
        ResponseWriter.refusal(
                response,
                new Refusal(
                        Place.of(request.getRequestURI()),
                        BAD_REQUEST,
                        TransportError.BAD_REQUEST.code(),
                        BODY,
                        request.getRequestURI(),
                        String.valueOf(response.getHeader(RequestIds.HEADER))));
    }

    /**
     * What is wrong with the request, if that caused the failure; null if the emulator itself failed. The log line of
     * the call shows it too.
     */
    public static @Nullable BrokenRequest of(HttpServletRequest request, Throwable problem) {
        BrokenRequest broken = find(request, problem);
        if (broken != null) {
            Call.of(request).recorder().fail(TransportError.ofStatus(broken.status()));
        }
        return broken;
    }

    private static @Nullable BrokenRequest find(HttpServletRequest request, Throwable problem) {
        if (brokeOff(request)) {
            return new BrokenRequest(BAD_REQUEST, BODY);
        }
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidParameterException) {
                return new BrokenRequest(BAD_REQUEST, "The query or form parameters cannot be decoded");
            }
            if (cause instanceof HttpMessageNotReadableException) {
                return new BrokenRequest(BAD_REQUEST, "The request body cannot be read");
            }
            if (cause instanceof InvalidMimeTypeException || cause instanceof InvalidMediaTypeException) {
                return new BrokenRequest(NOT_ACCEPTABLE, "The Accept header is malformed");
            }
        }
        return hasUsableUrl(request)
                ? null
                : new BrokenRequest(
                        BAD_REQUEST, "The Host, Forwarded or X-Forwarded-* headers name no URL that can be parsed");
    }

    private static boolean hasUsableUrl(HttpServletRequest request) {
        ServletServerHttpRequest message = new ServletServerHttpRequest(request);
        try {
            ForwardedHeaderUtils.adaptFromForwardedHeaders(message.getURI(), message.getHeaders());
            return true;
        } catch (RuntimeException e) {
            return false; // the parser may throw any exception: a lone comma causes an index out of bounds
        }
    }
}
