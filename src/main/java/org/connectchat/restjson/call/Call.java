package org.connectchat.restjson.call;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.json.BodyReader;
import org.connectchat.restjson.url.BaseUrl;
import org.jspecify.annotations.Nullable;

/** One HTTP request that calls an operation, for that operation and the interceptors. */
public final class Call {

    private static final String ATTRIBUTE = Call.class.getName();

    private final HttpServletRequest request;
    private final CallRecorder recorder;
    private Map<String, String> labels = Map.of();
    private @Nullable BodyReader body;
    private @Nullable Route route;
    private @Nullable CompletableFuture<byte[]> bytes;
    private byte @Nullable [] recorded;
    private Duration delay = Duration.ZERO;

    private Call(HttpServletRequest request, CallRecorder recorder) {
        this.request = request;
        this.recorder = recorder;
    }

    /** Makes the call of a request that has just arrived. */
    public static Call begin(HttpServletRequest request, CallRecorder recorder) {
        Call call = new Call(request, recorder);
        request.setAttribute(ATTRIBUTE, call);
        return call;
    }

    /** Whether a request is a call. One to the port of {@code management.server.port} is none. */
    public static boolean is(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    /** The call of a request. */
    public static Call of(HttpServletRequest request) {
        return (Call) request.getAttribute(ATTRIBUTE);
    }

    /** Sets the operation that it calls. */
    public void routeTo(Route newRoute, Map<String, String> newLabels, BodyReader reader) {
        route = newRoute;
        labels = newLabels;
        body = reader;
        recorder.operation(newRoute.name());
    }

    /** The recorder of the call. */
    public CallRecorder recorder() {
        return recorder;
    }

    public HttpServletRequest request() {
        return request;
    }

    /** The route of the operation that it calls. */
    public Route operation() {
        return requireNonNull(route, "Not routed to an operation");
    }

    /** Like {@link #operation}; null if it calls none. */
    public @Nullable Route operationIfAny() {
        return route;
    }

    /** The decoded value of a label of the operation's URI. */
    public String label(String name) {
        String value = labels.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No label {" + name + "} in " + route);
        }
        return value;
    }

    /** The decoded value of a label, or null if the operation's URI has no such label. */
    public @Nullable String labelIfAny(String name) {
        return labels.get(name);
    }

    /**
     * Reads the body strictly (rules T3 to T6).
     *
     * @throws AwsException if it is too large or not such an object
     */
    public <T> T body(Class<T> type) {
        return reader().read(bytes(), operation().dialect(), type);
    }

    /** Like {@link #body}; no body is the same as an empty object. */
    public <T> T bodyOrEmpty(Class<T> type) {
        return reader().readOrEmpty(bytes(), operation().dialect(), type);
    }

    private BodyReader reader() {
        return requireNonNull(body, "Not routed to an operation");
    }

    /**
     * The body as it was sent. Callers must not change it. Interceptors that read it return true from
     * {@link CallInterceptor#needsBody}.
     *
     * @throws AwsException if it is too large or broke off
     */
    public byte[] bytes() {
        try {
            return requireNonNull(bytes, "The body has not been collected").join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AwsException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** Whether the body has been collected, or is on its way. */
    public boolean isCollected() {
        return bytes != null;
    }

    /** Sets the source of the body. */
    public void collect(CompletableFuture<byte[]> newBytes) {
        bytes = newBytes;
    }

    /** Lets the record of the call hold these bytes instead of a body that observers must not see. */
    public void recordBody(byte[] instead) {
        recorded = instead.clone();
    }

    public String method() {
        return request.getMethod();
    }

    /** The path as it was sent. */
    public String rawPath() {
        return request.getRequestURI();
    }

    /** The query as it was sent, or null. */
    public @Nullable String rawQuery() {
        return request.getQueryString();
    }

    /** A header's value, or null. */
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    /** All values of a header. */
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    /** The base URL at which this caller reaches the emulator, without a slash at the end. */
    public String baseUrl() {
        return BaseUrl.of(request);
    }

    /** The address of the caller's end of the connection. */
    public InetSocketAddress caller() {
        return new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort());
    }

    /** Delays the call by this time, on the real clock; several delays add up. */
    public void delay(Duration more) {
        delay = delay.plus(more);
    }

    /** Whether an interceptor asked for a delay that has not begun. */
    public boolean isDelayed() {
        return !delay.isZero();
    }

    /** Returns the requested delay, which begins now. */
    public Duration takeDelay() {
        Duration taken = delay;
        delay = Duration.ZERO;
        return taken;
    }

    /** The instance that the call is about, or null if that is not known yet. */
    public @Nullable String instanceId() {
        return recorder.instanceId();
    }

    /** The contact of the call, or the one that the caller names, or null if neither is known yet. */
    public @Nullable String contactId() {
        return recorder.contactId();
    }

    /** Names the contact that the call is about: only an id that the emulator made, never a caller's text. */
    public void setContactId(String contactId) {
        recorder.contact(contactId);
    }

    /** Names the fault that hit the call. */
    public void setFaultId(String faultId) {
        recorder.fault(faultId);
    }

    /** Completes the record of the call and tells the observers, once, before the caller sees the response. */
    public void complete(int status) {
        recorder.complete(status, recorded == null ? readBody() : recorded);
    }

    private byte @Nullable [] readBody() {
        CompletableFuture<byte[]> read = bytes;
        return read == null || !read.isDone() || read.isCompletedExceptionally() ? null : read.join();
    }
}
