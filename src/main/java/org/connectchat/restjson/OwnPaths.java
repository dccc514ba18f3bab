package org.connectchat.restjson;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;

/** Paths that belong to the emulator and to no AWS service: its control API, which answers and refuses in its own form. */
public final class OwnPaths {

    /** Where the control API begins. */
    public static final String BASE = "/_emulator";

    /** Below these paths a page of any other origin may not call: rule C12. */
    public static final List<String> CLOSED_TO_OTHER_ORIGINS = List.of(BASE, "/actuator");

    private OwnPaths() {}

    /** Whether a path, as it was sent, is one of them. */
    public static boolean include(String rawPath) {
        return isBelow(BASE, rawPath);
    }

    /** Whether rule C12 holds for a request, however the caller has written the path. */
    static boolean areClosedToOtherOrigins(HttpServletRequest request) {
        String raw = request.getRequestURI();
        // The servlet path is decoded and normalized; a request that the container refused has none.
        String decoded = Objects.requireNonNullElse(request.getServletPath(), raw);
        return CLOSED_TO_OTHER_ORIGINS.stream().anyMatch(base -> isBelow(base, raw) || isBelow(base, decoded));
    }

    private static boolean isBelow(String base, String path) {
        return path.startsWith(base) && (path.length() == base.length() || path.charAt(base.length()) == '/');
    }
}
