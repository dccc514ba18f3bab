package org.connectchat.control.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.connectchat.control.ControlProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Rule C21: refuses a control call that a page of another origin makes, unless {@code emulator.control.allowed-origins} names
 * it. Browsers send {@code Origin} with each call but plain reads, and {@code Sec-Fetch-Site} with all calls to an address that
 * they trust, such as localhost. A plain read to another address passes, but its page cannot read the response. A click on a
 * link that leads here is no call of a page. Programs send neither header.
 */
final class OriginRule implements HandlerInterceptor {

    private static final String SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final Set<String> allowed;
    private final @Nullable String publicAuthority;

    /** @param publicUrl the configured URL of the emulator, or null */
    OriginRule(List<String> allowedOrigins, @Nullable URI publicUrl) {
        this.allowed = Set.copyOf(allowedOrigins);
        this.publicAuthority = publicUrl == null ? null : publicUrl.getRawAuthority();
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean foreign =
                origin == null ? isOfAnotherPage(request) : !allowed.contains(origin) && !isOwn(origin, request);
        if (foreign) {
            throw ControlProblem.of(
                    HttpStatus.FORBIDDEN,
                    "Pages of other origins may not call the control API. If the page is yours, add its origin to the"
                            + " setting emulator.control.allowed-origins");
        }
        return true;
    }

    private boolean isOwn(String origin, HttpServletRequest request) {
        int authorityAt = origin.indexOf("://");
        String site = request.getHeader(SITE);
        if (authorityAt < 0 || (site != null && !OWN_SITES.contains(site))) {
            return false;
        }
        String authority = origin.substring(authorityAt + 3);
        return authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
                || authority.equalsIgnoreCase(publicAuthority);
    }

    private static boolean isOfAnotherPage(HttpServletRequest request) {
        String site = request.getHeader(SITE);
        return site != null && !OWN_SITES.contains(site) && !isNavigation(request);
    }

    private static boolean isNavigation(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"));
    }
}
