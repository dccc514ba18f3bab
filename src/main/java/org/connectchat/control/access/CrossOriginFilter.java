package org.connectchat.control.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/**
 * Rule C12: the control API and the management endpoints give CORS headers to the origins that
 * {@code emulator.control.allowed-origins} names, and refuse the preflights of all others. A request without an {@code
 * Origin} header does not come from a page of another origin, so it passes.
 */
final class CrossOriginFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS, HEAD";
    private static final String EXPOSED = "x-amzn-RequestId, Date";

    private final transient Set<String> allowed;

    CrossOriginFilter(List<String> allowedOrigins) {
        this.allowed = Set.copyOf(allowedOrigins);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean known = origin != null && allowed.contains(origin);
        if (!allowed.isEmpty()) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        if (known) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        }
        if (!"OPTIONS".equals(request.getMethod())) {
            chain.doFilter(request, response);
        } else if (known) {
            allow(request, response);
        } else if (origin != null && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null) {
            refuse(response);
        } else {
            chain.doFilter(request, response); // this allows every method: Spring MVC refuses the wrong ones
        }
    }

    private static void allow(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        String headers = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        if (headers != null) {
            response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
        }
        if ("true".equals(request.getHeader("Access-Control-Request-Private-Network"))) {
            response.setHeader("Access-Control-Allow-Private-Network", "true");
        }
        response.setHeader(HttpHeaders.ALLOW, METHODS);
        response.setContentLength(0);
    }

    /** The browser hides this response from the page; the text is for the network log of the developer tools. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .write("The setting emulator.control.allowed-origins does not name the origin of this page.\n");
    }
}
