package org.connectchat.control.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.connectchat.control.ControlProblem;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rule C15: refuses a form where a call takes the bytes of a file. It runs before any code that asks for a parameter,
 * because the container would then read the file as parameters. By default, curl sends a file as a form.
 */
final class FormRefusal implements HandlerInterceptor {

    private static final List<String> FORMS = List.of("application/x-www-form-urlencoded", "multipart/");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String type = request.getContentType();
        if (type != null && isForm(type.strip().toLowerCase(Locale.ROOT)) && takesBytes(handler)) {
            throw ControlProblem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "This call accepts no form: the body must be the bytes of the file, and the Content-Type that of"
                            + " the file. With curl: --data-binary @photo.png -H 'Content-Type: image/png'");
        }
        return true;
    }

    private static boolean isForm(String type) {
        return FORMS.stream().anyMatch(type::startsWith);
    }

    private static boolean takesBytes(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == InputStream.class);
    }
}
