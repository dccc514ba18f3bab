package org.connectchat.restjson.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.connectchat.restjson.place.NormalPath;

/** A request as everything behind the first filter sees it: with the normal spelling of its path, and no TRACE. */
final class PresentedRequest extends HttpServletRequestWrapper {

    private final String path;

    private PresentedRequest(HttpServletRequest sent, String path) {
        super(sent);
        this.path = path;
    }

    /** The request itself if there is nothing to change, which is so of nearly all. */
    static HttpServletRequest of(HttpServletRequest sent) {
        String path = sent.getRequestURI();
        String normal = NormalPath.of(path);
        return path.equals(normal) && !isTrace(sent.getMethod()) ? sent : new PresentedRequest(sent, normal);
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
}
