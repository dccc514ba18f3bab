package org.connectchat.control.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.connectchat.control.ControlProblem;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses what a form of a page can send. Where a call takes a file this is rule C15: curl sends a file as a form
 * by default. For all other calls that change something it is rule C22: a form of any page is sent without a question of the
 * browser. It runs before any code that asks for a parameter, because the container would then read the body as parameters.
 */
final class FormRefusal implements HandlerInterceptor {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> FORMS = List.of("application/x-www-form-urlencoded", "multipart/");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String type = request.getContentType();
        if (type == null) {
            return true;
        }
        String name = type.strip().toLowerCase(Locale.ROOT);
        boolean takesFile = takesFile(handler);
        if (!takesFile && (isForm(name) || name.startsWith("text/plain")) && isChange(request)) {
            throw ControlProblem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "The Content-Type " + type + " is not accepted, because any web page can send forms and plain text."
                            + " Send Content-Type: application/json, or none where there is no body");
        }
        if (takesFile && isForm(name)) {
            throw ControlProblem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "This call accepts no form: the body must be the bytes of the file, and the Content-Type that of"
                            + " the file. With curl: --data-binary @photo.png -H 'Content-Type: image/png'");
        }
        return true;
    }

    private static boolean isChange(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod());
    }

    private static boolean isForm(String type) {
        return FORMS.stream().anyMatch(type::startsWith);
    }

    private static boolean takesFile(Object handler) {
        return handler instanceof HandlerMethod method && method.hasMethodAnnotation(TakesFile.class);
    }
}
