package org.connectchat.control.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.connectchat.control.ControlProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/** Rule C23: refuses a control call without the token of {@code emulator.control.token}, which is its bearer token. */
final class TokenRule implements HandlerInterceptor {

    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    TokenRule(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in a time that tells nothing of the token. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean known = header != null
                && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        header.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8), token);
        if (!known) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            throw ControlProblem.of(
                    HttpStatus.UNAUTHORIZED,
                    "This emulator wants the token of its setting emulator.control.token: send the header"
                            + " Authorization: Bearer <token>");
        }
        return true;
    }
}
