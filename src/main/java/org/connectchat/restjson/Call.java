package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP request on its way through: what an operation may ask of it, and what the log line will say of it. */
public final class Call {

    private static final String ATTRIBUTE = Call.class.getName();

    private final HttpServletRequest request;
    private final String requestId;
    private Map<String, String> labels = Map.of();
    private @Nullable BodyReader body;
    private @Nullable Route route;
    private @Nullable String contactId;
    private @Nullable String errorCode;

    private Call(HttpServletRequest request, String requestId) {
        this.request = request;
        this.requestId = requestId;
    }

    static Call begin(HttpServletRequest request, String requestId) {
        Call call = new Call(request, requestId);
        request.setAttribute(ATTRIBUTE, call);
        return call;
    }

    static Call of(HttpServletRequest request) {
        return (Call) request.getAttribute(ATTRIBUTE);
    }

    void routed(Route newRoute, Map<String, String> newLabels, BodyReader newBody) {
        route = newRoute;
        labels = newLabels;
        body = newBody;
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
        if (body == null || route == null) {
            throw new IllegalStateException("Not routed to an operation");
        }
        return body.read(request, route.dialect(), type);
    }

    /** Like {@link #body}, where no body is the same as an empty object. */
    public <T> T bodyOrEmpty(Class<T> type) {
        if (body == null || route == null) {
            throw new IllegalStateException("Not routed to an operation");
        }
        return body.readOrEmpty(request, route.dialect(), type);
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

    void failed(ErrorType type) {
        errorCode = type.code();
    }

    HttpServletRequest request() {
        return request;
    }

    String requestId() {
        return requestId;
    }

    @Nullable
    Route route() {
        return route;
    }

    @Nullable
    String contactId() {
        return contactId;
    }

    @Nullable
    String errorCode() {
        return errorCode;
    }
}
