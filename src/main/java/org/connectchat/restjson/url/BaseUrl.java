package org.connectchat.restjson.url;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The URL at which a caller reaches the emulator: the one that a proxy reports, or else the one of the request. */
public final class BaseUrl {

    private BaseUrl() {}

    public static String of(HttpServletRequest request) {
        String forwardedScheme = first(request.getHeader("X-Forwarded-Proto"));
        String forwardedHost = first(request.getHeader("X-Forwarded-Host"));
        String forwardedPort = first(request.getHeader("X-Forwarded-Port"));
        String scheme = forwardedScheme == null ? request.getScheme() : forwardedScheme;
        String host = forwardedHost == null ? request.getHeader("Host") : forwardedHost;
        if (host == null) {
            host = request.getServerName() + ":" + request.getServerPort();
        }
        if (forwardedPort != null && host.lastIndexOf(':') <= host.lastIndexOf(']')) {
            host = host + ":" + forwardedPort;
        }
        return scheme + "://" + host;
    }

    /** Each proxy appends its value, so the first value is the one that the caller used. */
    private static @Nullable String first(@Nullable String values) {
        if (values == null) {
            return null;
        }
        int comma = values.indexOf(',');
        String value = (comma < 0 ? values : values.substring(0, comma)).strip();
        return value.isEmpty() ? null : value;
    }
}
