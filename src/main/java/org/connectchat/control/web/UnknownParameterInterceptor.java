package org.connectchat.control.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.restjson.error.Violations;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that a call does not have: Spring would ignore a misspelt filter. The known parameters are
 * those with {@code @RequestParam} and the components of records that Spring fills from the query.
 */
final class UnknownParameterInterceptor implements HandlerInterceptor {

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && ControlCalls.include(method)) {
            check(given(request).keySet(), known.computeIfAbsent(method.getMethod(), same -> names(method)));
            checkOnce(given(request));
            checkNotEmpty(given(request));
        }
        return true;
    }

    private static Map<String, String[]> given(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return Map.of();
        }
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            throw ControlProblem.badField(
                    "", "The query cannot be read: it is not encoded correctly, or it is too long");
        }
    }

    private static void check(Set<String> given, Set<String> allowed) {
        if (allowed.containsAll(given)) {
            return;
        }
        String remedy = allowed.isEmpty()
                ? "is unknown; there are no query parameters here"
                : "is unknown; known query parameters are " + String.join(", ", allowed);
        List<FieldProblem> errors = new ArrayList<>();
        given.stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> errors.add(new FieldProblem(Violations.abbreviated(name), remedy)));
        throw ControlProblem.badFields(errors);
    }

    /** Spring would join the values of a repeated parameter with commas. */
    private static void checkOnce(Map<String, String[]> given) {
        List<FieldProblem> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (values.length > 1) {
                errors.add(new FieldProblem(name, "is given more than once"));
            }
        });
        if (!errors.isEmpty()) {
            throw ControlProblem.badFields(errors);
        }
    }

    /** Spring treats an empty value of a filter as absent, so the filter would admit everything. */
    private static void checkNotEmpty(Map<String, String[]> given) {
        List<FieldProblem> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (values[0].isEmpty()) {
                errors.add(new FieldProblem(name, "must not be empty; leave the parameter out for no limit"));
            }
        });
        if (!errors.isEmpty()) {
            throw ControlProblem.badFields(errors);
        }
    }

    private static Set<String> names(HandlerMethod method) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                names.add(annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name());
            } else if (parameter.getParameterType().isRecord()
                    && !parameter.hasParameterAnnotation(RequestBody.class)) {
                for (RecordComponent component : parameter.getParameterType().getRecordComponents()) {
                    names.add(component.getName());
                }
            }
        }
        return names;
    }
}
