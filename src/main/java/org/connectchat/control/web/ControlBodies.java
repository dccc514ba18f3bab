package org.connectchat.control.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.connectchat.attachment.AttachmentSettings;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.connectchat.restjson.body.BodyProblem;
import org.connectchat.restjson.body.BodyRefused;
import org.connectchat.restjson.body.FileBody;
import org.connectchat.restjson.body.MemoryBody;
import org.connectchat.restjson.body.RequestBodies;
import org.connectchat.restjson.body.RequestSettings;
import org.connectchat.restjson.body.ResponseBodies;
import org.connectchat.restjson.response.BrokenRequest;
import org.connectchat.state.StateSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Starts control calls and health checks after their body has been received, and sends their response after they are
 * done. No thread waits for a slow client, unlike when Spring MVC itself reads and writes (rules R1 and R3).
 */
final class ControlBodies extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String RECEIVED = ControlBodies.class.getName();
    private static final String BROKE_OFF = "broke off";
    private static final String FILE = "/attachments";

    private final transient RequestBodies requests;
    private final transient ResponseBodies responses;
    private final int maxBytes;
    private final long maxFileBytes;
    private final long maxStateBytes;

    ControlBodies(
            RequestBodies requests,
            ResponseBodies responses,
            RequestSettings settings,
            AttachmentSettings attachments,
            StateSettings state) {
        this.requests = requests;
        this.responses = responses;
        this.maxBytes = Math.toIntExact(settings.maxRequestSize().toBytes());
        this.maxFileBytes = attachments.maxSize().toBytes();
        this.maxStateBytes = state.maxSize().toBytes();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(RECEIVED) instanceof ReceivedBody received) {
            request.removeAttribute(RECEIVED);
            handle(received, response, chain);
        } else if (request.getAttribute(RECEIVED) != null) {
            BrokenRequest.refuse(request, response);
        } else if (request.getDispatcherType() == DispatcherType.REQUEST && mustBeCollected(request)) {
            if (isFile(request)) {
                FileBody file = FileBody.create(mostBytes(request));
                collected(request, response, chain, requests.collect(request, file), file::complete);
            } else {
                MemoryBody memory = requests.inMemory(maxBytes);
                collected(
                        request,
                        response,
                        chain,
                        requests.collect(request, memory),
                        () -> new ByteArrayInputStream(memory.complete()));
            }
        } else if (isState(request) && RequestBodies.isUnread(request)) {
            handle(ReceivedBody.refused(request, tooLarge(request)), response, chain);
        } else {
            handle(request, response, chain);
        }
    }

    /** A body that is too large is refused unread. A path with encoded letters cannot be dispatched again as it is. */
    private boolean mustBeCollected(HttpServletRequest request) throws IOException {
        return !isForm(request.getContentType())
                && RequestBodies.isUnread(request)
                && request.getContentLengthLong() <= mostBytes(request)
                && (!isAttachment(request) || request.getContentLengthLong() >= 0)
                && request.getRequestURI().equals(request.getServletPath());
    }

    private static boolean isAttachment(HttpServletRequest request) {
        return request.getRequestURI().endsWith(FILE);
    }

    private static boolean isState(HttpServletRequest request) {
        return request.getServletPath().equals(ResourcePaths.STATE);
    }

    /** Whether the body is stored in a file while it is received. */
    private static boolean isFile(HttpServletRequest request) {
        return isAttachment(request) || isState(request);
    }

    private long mostBytes(HttpServletRequest request) {
        if (isState(request)) {
            return maxStateBytes;
        }
        return isAttachment(request) ? maxFileBytes : maxBytes;
    }

    /** Tomcat reads forms itself, as parameters. */
    private static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** Opens a body that has been received completely. */
    @FunctionalInterface
    private interface Received {
        InputStream open() throws IOException;
    }

    private void collected(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            CompletableFuture<Void> collecting,
            Received body)
            throws IOException, ServletException {
        if (collecting.isDone() && !request.isAsyncStarted()) {
            handle(received(request, collecting, body), response, chain);
            return;
        }
        String path = request.getRequestURI();
        CompletableFuture<Void> unused = collecting.whenComplete((nothing, failure) -> {
            request.setAttribute(RECEIVED, brokeOff(failure) ? BROKE_OFF : received(request, collecting, body));
            request.getAsyncContext().dispatch(path);
        });
    }

    private static boolean brokeOff(@Nullable Throwable failure) {
        return failure instanceof BodyRefused refused && refused.problem() == BodyProblem.BROKEN_OFF;
    }

    private ReceivedBody received(HttpServletRequest request, CompletableFuture<Void> collected, Received body) {
        try {
            collected.join();
            return new ReceivedBody(request, body.open());
        } catch (CompletionException e) {
            if (e.getCause() instanceof BodyRefused refused) {
                return ReceivedBody.refused(request, problem(refused.problem(), request));
            }
            throw e;
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private ControlProblem tooLarge(HttpServletRequest request) {
        return isState(request)
                ? ControlProblem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The document is larger than the " + maxStateBytes
                                + " bytes that are allowed (emulator.state.max-size), or is sent as a form")
                : BodyLimit.tooLarge(maxBytes);
    }

    private ControlProblem problem(BodyProblem problem, HttpServletRequest request) {
        return switch (problem) {
            case TOO_LARGE -> tooLarge(request);
            case TOO_SLOW ->
                ControlProblem.of(
                        HttpStatus.REQUEST_TIMEOUT, "The request body did not come in time (emulator.body-timeout)");
            case BROKEN_OFF -> ControlProblem.badField("", "The request body ended before it was complete");
            case NO_ROOM ->
                ControlProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "Too many request bodies are being received; try again later");
        };
    }

    private void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ContentCachingResponseWrapper known = WebUtils.getNativeResponse(response, ContentCachingResponseWrapper.class);
        ContentCachingResponseWrapper made = known == null ? new ContentCachingResponseWrapper(response) : known;
        chain.doFilter(request, known == null ? made : response);
        if (!request.isAsyncStarted()) {
            send(request, made);
        }
    }

    private void send(HttpServletRequest request, ContentCachingResponseWrapper made) throws IOException {
        byte[] body = made.getContentAsByteArray();
        if (made.getContentSize() <= ResponseBodies.AT_ONCE) {
            made.copyBodyToResponse();
            return;
        }
        HttpServletResponse response = (HttpServletResponse) made.getResponse();
        response.setContentLength(body.length);
        responses.write(request, response, body);
    }
}
