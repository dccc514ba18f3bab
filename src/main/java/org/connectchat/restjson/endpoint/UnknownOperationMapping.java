package org.connectchat.restjson.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Handles unknown paths. The last mapping handles all of them; the first mapping handles those that Spring would handle
 * by mistake.
 */
public final class UnknownOperationMapping implements HandlerMapping, Ordered {

    private final UnknownOperation unknown;
    private final int order;
    private final Predicate<String> paths;

    public UnknownOperationMapping(UnknownOperation unknown, int order, Predicate<String> paths) {
        this.unknown = unknown;
        this.order = order;
        this.paths = paths;
    }

    @Override
    public int getOrder() {
        return order;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        return paths.test(request.getRequestURI()) ? new HandlerExecutionChain(unknown) : null;
    }
}
