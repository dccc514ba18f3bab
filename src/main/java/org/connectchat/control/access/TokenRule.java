package org.connectchat.control.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.connectchat.control.ControlProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;

/**
 * Rule C23: refuses a control call without the token of {@code emulator.control.token}. A program sends it as its bearer
 * token. The console sends it as a cookie, because a browser sends no header of its own when it opens a stream of events.
 */
final class TokenRule implements HandlerInterceptor {

    /** The name of the cookie. A browser sends it to every port of its host, so other servers there may see it. */
    static final String COOKIE = "emulator-token";

    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    TokenRule(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!isToken(bearer(request)) && !isToken(cookie(request))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            throw ControlProblem.of(
                    HttpStatus.UNAUTHORIZED,
                    "A control call needs the token of the setting emulator.control.token. Send the header"
                            + " Authorization: Bearer <token>");
        }
        return true;
    }

    /** Compares in a time that tells nothing of the token. */
    private boolean isToken(@Nullable String sent) {
        return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), token);
    }

    private static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }
}
