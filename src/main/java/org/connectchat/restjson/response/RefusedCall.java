package org.connectchat.restjson.response;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Dialect;
import org.jspecify.annotations.Nullable;

/** The error of a call whose body broke off. Tomcat allows it to be written only after all handlers have returned. */
public record RefusedCall(ResponseWriter responses, Dialect dialect, AwsException error) {

    private static final String ATTRIBUTE = RefusedCall.class.getName();

    /** Keeps it for the error valve. */
    void keepIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public static @Nullable RefusedCall of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RefusedCall kept ? kept : null;
    }

    public void write(HttpServletResponse response) throws IOException {
        responses.error(response, dialect, error);
    }
}
