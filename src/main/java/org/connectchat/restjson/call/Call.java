package org.connectchat.restjson.call;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.ErrorType;
import org.connectchat.restjson.json.BodyReader;
import org.connectchat.restjson.url.BaseUrl;
import org.jspecify.annotations.Nullable;

/** One HTTP request on its way through: what an operation may ask of it, and what the log line will say of it. */
public final class Call {

    private static final String ATTRIBUTE = Call.class.getName();

    private final HttpServletRequest request;
    private final String requestId;
    private final List<CallObserver> observers;
    private final long begin = System.nanoTime();
    private Map<String, String> labels = Map.of();
    private @Nullable BodyReader body;
    private @Nullable Route route;
    private @Nullable CompletableFuture<byte[]> bytes;
    private Duration delay = Duration.ZERO;
    private @Nullable String contactId;
    private @Nullable String askedContactId;
    private @Nullable String instanceId;
    private @Nullable String errorCode;
    private @Nullable String faultId;
    private boolean aborted;
    private boolean told;
    private @Nullable Instant moment;

    private Call(HttpServletRequest request, String requestId, List<CallObserver> observers) {
        this.request = request;
        this.requestId = requestId;
        this.observers = observers;
    }

    public static Call begin(HttpServletRequest request, String requestId, List<CallObserver> observers) {
        Call call = new Call(request, requestId, observers);
        request.setAttribute(ATTRIBUTE, call);
        return call;
    }

    public static Call of(HttpServletRequest request) {
        return (Call) request.getAttribute(ATTRIBUTE);
    }

    public void routed(Route newRoute, Map<String, String> newLabels, BodyReader newBody) {
        route = newRoute;
        labels = newLabels;
        body = newBody;
    }

    /** The decoded value of a label, or null if the operation's URI has no such label. */
    @Nullable
    public String labelIfAny(String name) {
        return labels.get(name);
    }

    /** The decoded value of a label of the operation's URI. */
    public String label(String name) {
        String value = labels.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No label {" + name + "} in " + route);
        }
        return value;
    }

    /**
     * The body, strictly read (rules T3 to T6).
     *
     * @throws AwsException if it is too large or not such an object
     */
    public <T> T body(Class<T> type) {
        return reader().read(bytes(), operation().dialect(), type);
    }

    /** Like {@link #body}, where no body is the same as an empty object. */
    public <T> T bodyOrEmpty(Class<T> type) {
        return reader().readOrEmpty(bytes(), operation().dialect(), type);
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

    /** All values of a header. */
    public List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    /**
     * The body as it came; not to be changed. Interceptors that look at it say so by {@link CallInterceptor#needsBody}.
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

    public void collects(CompletableFuture<byte[]> body) {
        bytes = body;
    }

    private BodyReader reader() {
        return requireNonNull(body, "Not routed to an operation");
    }

    /** Where the operation listens that is called. */
    public Route operation() {
        return requireNonNull(route, "Not routed to an operation");
    }

    /** A header's value, or null. */
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    /** The base URL by which this caller reaches the emulator, without a slash at the end. */
    public String baseUrl() {
        return BaseUrl.of(request);
    }

    /** Names the contact that the log line is to name; only ids that the emulator made, never a caller's text. */
    public void concerns(String newContactId) {
        contactId = newContactId;
    }

    /** Asks that the call goes on only after this time, on the real clock; several delays add up. */
    public void delay(Duration more) {
        delay = delay.plus(more);
    }

    public boolean isDelayed() {
        return !delay.isZero();
    }

    /** The contact that the caller names, of a call that names no instance. */
    public void asksFor(@Nullable String newContactId) {
        askedContactId = newContactId;
    }

    public Duration takeDelay() {
        Duration taken = delay;
        delay = Duration.ZERO;
        return taken;
    }

    public void targets(Target target) {
        instanceId = target.instanceId();
        askedContactId = target.contactId();
    }

    /** The instance that the call is about, or null if that is not known yet. */
    public @Nullable String instanceId() {
        return instanceId;
    }

    /** The contact that the call is about, or the one that it asks for, or null if neither is known yet. */
    public @Nullable String contactId() {
        return contactId == null ? askedContactId : contactId;
    }

    /** Leaves the mark of whoever interfered with this call, for those who hear of it afterwards. */
    public void marked(String newFaultId) {
        faultId = newFaultId;
    }

    public void failed(ErrorType type) {
        errorCode = type.code();
    }

    public void aborted() {
        aborted = true;
    }

    boolean isAborted() {
        return aborted;
    }

    public InetSocketAddress caller() {
        return new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort());
    }

    public void began(Instant newMoment) {
        moment = newMoment;
    }

    /** Tells the observers, once and before the caller sees the answer; of what never reached an operation nothing. */
    public void over(int status) {
        Instant began = moment;
        if (began != null && !told) {
            told = true;
            CallRecord answered = answered(began, Duration.ofNanos(System.nanoTime() - begin), status);
            observers.forEach(observer -> observer.answered(answered));
        }
    }

    /** Whether the observers have heard of it. */
    public boolean isOver() {
        return told;
    }

    private CallRecord answered(Instant began, Duration took, int status) {
        byte[] read = bytes == null || !bytes.isDone() || bytes.isCompletedExceptionally() ? null : bytes.join();
        boolean cut = read != null && read.length > CallRecord.LONGEST_BODY;
        return new CallRecord(
                began,
                operation().name(),
                contactId(),
                instanceId,
                aborted ? CallRecord.NO_STATUS : status,
                errorCode,
                took,
                requestId,
                read == null ? null : readOnly(cut ? Arrays.copyOf(read, CallRecord.LONGEST_BODY) : read),
                cut,
                faultId);
    }

    private static ByteBuffer readOnly(byte[] bytes) {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    public HttpServletRequest request() {
        return request;
    }

    public String requestId() {
        return requestId;
    }

    @Nullable
    public Route route() {
        return route;
    }

    /** Only an id that the emulator made. */
    @Nullable
    String ownContactId() {
        return contactId;
    }

    @Nullable
    public String errorCode() {
        return errorCode;
    }
}
