package org.connectchat.restjson.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import org.connectchat.restjson.place.NormalPath;
import org.connectchat.restjson.place.Place;
import org.jspecify.annotations.Nullable;

/**
 * A request as all code behind the first filter sees it: with the normal spelling of its path, without the method
 * TRACE, and, for the actuator, without an empty Accept header.
 */
final class PresentedRequest extends HttpServletRequestWrapper {

    private static final String ACCEPT = "Accept";

    private final String path;

    private PresentedRequest(HttpServletRequest sent, String path) {
        super(sent);
        this.path = path;
    }

    /** Returns the request itself if there is nothing to change, which is the usual case. */
    static HttpServletRequest of(HttpServletRequest sent) {
        String path = sent.getRequestURI();
        String normal = NormalPath.of(path);
        return path.equals(normal) && !isTrace(sent.getMethod()) && !hasEmptyAccept(sent, normal)
                ? sent
                : new PresentedRequest(sent, normal);
    }

    private static boolean hasEmptyAccept(HttpServletRequest sent, String path) {
        return Place.of(path) == Place.ACTUATOR && isEmptyAccept(ACCEPT, sent.getHeader(ACCEPT));
    }

    private static boolean isEmptyAccept(String name, @Nullable String value) {
        return value != null && value.isBlank() && ACCEPT.equalsIgnoreCase(name);
    }

    private static boolean isTrace(String method) {
        return "TRACE".equals(method);
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    /** A servlet would handle TRACE itself and echo the request; under another name it is a wrong method. */
    @Override
    public String getMethod() {
        String method = super.getMethod();
        return isTrace(method) ? "trace" : method;
    }

    /**
     * An empty Accept header means the same as no Accept header, but the actuator takes it for an empty list and
     * fails.
     */
    @Override
    public @Nullable String getHeader(String name) {
        String value = super.getHeader(name);
        return isEmptyAccept(name, value) ? null : value;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isEmptyAccept(name, super.getHeader(name)) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }
}
