package org.connectchat.restjson.url;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The URL by which a caller reaches the emulator: as a proxy reports it, or else as the request has it. */
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

    /** Proxies in a row append; the first value is what the caller used. */
    private static @Nullable String first(@Nullable String values) {
        if (values == null) {
            return null;
        }
        int comma = values.indexOf(',');
        String value = (comma < 0 ? values : values.substring(0, comma)).strip();
        return value.isEmpty() ? null : value;
    }
}
