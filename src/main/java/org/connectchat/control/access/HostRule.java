package org.connectchat.control.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.connectchat.control.ControlProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rule C20: refuses a control call with a foreign name in its {@code Host} header. A page can make a browser resolve the
 * name of its own site to this machine (DNS rebinding); its calls have that name. Such a name is one of the public DNS, so
 * addresses, names without a dot, and names below {@code localhost} and {@code internal} need no setting.
 */
final class HostRule implements HandlerInterceptor {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final List<String> PRIVATE = List.of(".localhost", ".internal");

    private final Set<String> named;

    /** @param publicUrl the configured URL of the emulator, or null */
    HostRule(List<String> allowedHosts, @Nullable URI publicUrl) {
        Set<String> all = new HashSet<>(allowedHosts);
        if (publicUrl != null) {
            all.add(name(publicUrl.getRawAuthority()));
        }
        this.named = Set.copyOf(all);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String host = request.getHeader(HttpHeaders.HOST);
        if (host != null && !isAllowed(name(host))) {
            throw ControlProblem.of(
                    HttpStatus.FORBIDDEN,
                    "The Host header of this call has a name that the emulator does not know. If the name is yours, add"
                            + " it to the setting emulator.control.allowed-hosts");
        }
        return true;
    }

    private boolean isAllowed(String name) {
        return name.indexOf('.') < 0
                || name.startsWith("[")
                || IPV4.matcher(name).matches()
                || PRIVATE.stream().anyMatch(name::endsWith)
                || named.contains(name);
    }

    /** The name or address of an authority, in lower case, without its port and without the dot of a full name. */
    private static String name(String authority) {
        int colon = authority.indexOf(':', authority.indexOf(']') + 1);
        String name = (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
