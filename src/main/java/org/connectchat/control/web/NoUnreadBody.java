package org.connectchat.control.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.connectchat.control.ControlProblem;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses a body where a call reads none: the caller would expect an effect that does not happen. An empty object is
 * allowed, because some clients always send one.
 */
final class NoUnreadBody implements HandlerInterceptor {

    private static final int MAX_EMPTY_LENGTH = 256;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method
                && ControlCalls.include(method)
                && Arrays.stream(method.getMethodParameters()).noneMatch(NoUnreadBody::isBody)
                && hasContent(request)) {
            throw ControlProblem.badField("", "This call takes no body; leave it out");
        }
        return true;
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class) || parameter.getParameterType() == InputStream.class;
    }

    private static boolean hasContent(HttpServletRequest request) throws IOException {
        byte[] start = request.getInputStream().readNBytes(MAX_EMPTY_LENGTH);
        String text = new String(start, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
        return start.length == MAX_EMPTY_LENGTH || !(text.isEmpty() || text.equals("{}"));
    }
}
