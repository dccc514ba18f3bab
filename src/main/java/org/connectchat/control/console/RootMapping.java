package org.connectchat.control.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/** Leads a browser from the root to the console. All others get the response of an unknown path, as on each such path. */
final class RootMapping implements HandlerMapping, Ordered {

    private final boolean enabled;
    private final HttpRequestHandler redirect = (request, response) -> {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(HttpHeaders.LOCATION, ConsoleController.PAGE);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setContentLength(0);
    };

    RootMapping(boolean enabled) {
        this.enabled = enabled;
    }

    /** Just before the mapping of all unknown paths. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        return enabled
                        && request.getRequestURI().equals("/")
                        && request.getMethod().equals("GET")
                        && isBrowser(request.getHeader(HttpHeaders.ACCEPT))
                ? new HandlerExecutionChain(redirect)
                : null;
    }

    private static boolean isBrowser(@Nullable String accepted) {
        return accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
    }
}
