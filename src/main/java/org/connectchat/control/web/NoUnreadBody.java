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
 * Refuses bodies of calls that read none: whoever sends one means something by it that would not happen. An empty object
 * means nothing, and some clients cannot send less.
 */
final class NoUnreadBody implements HandlerInterceptor {

    private static final int ENOUGH_TO_TELL = 256;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (handler instanceof HandlerMethod method
                && ControlCalls.include(method)
                && Arrays.stream(method.getMethodParameters()).noneMatch(NoUnreadBody::isBody)
                && saysSomething(request)) {
            throw ControlProblem.badField("", "This call takes no body; leave it out");
        }
        return true;
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class) || parameter.getParameterType() == InputStream.class;
    }

    private static boolean saysSomething(HttpServletRequest request) throws IOException {
        byte[] start = request.getInputStream().readNBytes(ENOUGH_TO_TELL);
        String text = new String(start, StandardCharsets.ISO_8859_1).replaceAll("\\s", "");
        return start.length == ENOUGH_TO_TELL || !(text.isEmpty() || text.equals("{}"));
    }
}
