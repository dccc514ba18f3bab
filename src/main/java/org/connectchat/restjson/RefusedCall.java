package org.connectchat.restjson;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The error of a call whose body broke off: Tomcat lets it be written only when all handlers are done. */
record RefusedCall(AnswerWriter answers, Dialect dialect, AwsException error) {

    private static final String ATTRIBUTE = RefusedCall.class.getName();

    /** Keeps it for {@link ContainerErrors}. */
    void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static @Nullable RefusedCall of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RefusedCall kept ? kept : null;
    }

    void answer(HttpServletResponse response) throws IOException {
        answers.error(response, dialect, error.type(), error.message());
    }
}
