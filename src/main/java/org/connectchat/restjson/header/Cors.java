package org.connectchat.restjson.header;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** Rule T9: any origin may call any AWS operation, with the headers that AWS clients send. */
public final class Cors {

    private static final String METHODS = "GET, POST, PUT, DELETE, OPTIONS, HEAD";
    private static final String REQUEST_HEADERS = "Content-Type, X-Amz-Date, Authorization, X-Api-Key,"
            + " X-Amz-Security-Token, X-Amz-Bearer, x-amz-user-agent, amz-sdk-invocation-id, amz-sdk-request,"
            + " x-amz-content-sha256";
    private static final Set<String> KNOWN =
            Set.of(REQUEST_HEADERS.toLowerCase(Locale.ROOT).split(", *"));
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String ANY_ORIGIN = "*";
    private static final String EXPOSE = "Access-Control-Expose-Headers";
    private static final String EXPOSED = "x-amzn-RequestId, x-amzn-ErrorType, x-amz-request-id, Date";

    private static final EncodedHeader ENCODED_ALLOW_ORIGIN = new EncodedHeader(ALLOW_ORIGIN);
    private static final byte[] ENCODED_ANY_ORIGIN = EncodedHeader.encoded(ANY_ORIGIN);
    private static final EncodedHeader ENCODED_EXPOSE = new EncodedHeader(EXPOSE);
    private static final byte[] ENCODED_EXPOSED = EncodedHeader.encoded(EXPOSED);

    private Cors() {}

    /** Adds the headers to the response of a request. The response must not have them yet: it would have them twice. */
    public static void allow(HttpServletRequest request) {
        ENCODED_ALLOW_ORIGIN.add(request, ENCODED_ANY_ORIGIN.clone());
        ENCODED_EXPOSE.add(request, ENCODED_EXPOSED.clone());
    }

    /** Passes the name and the value of each header to a consumer. */
    public static void allow(BiConsumer<String, String> headers) {
        headers.accept(ALLOW_ORIGIN, ANY_ORIGIN);
        headers.accept(EXPOSE, EXPOSED);
    }

    /**
     * Whether a request is a preflight, which a browser sends before the request of a page. It needs no credentials
     * and no path that exists.
     */
    public static void allowPreflight(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader(
                "Access-Control-Allow-Headers", withKnown(request.getHeader("Access-Control-Request-Headers")));
        if ("true".equals(request.getHeader("Access-Control-Request-Private-Network"))) {
            response.setHeader("Access-Control-Allow-Private-Network", "true");
        }
        response.setHeader("Allow", METHODS);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentLength(0);
    }

    private static String withKnown(@Nullable String requested) {
        if (requested == null) {
            return REQUEST_HEADERS;
        }
        StringBuilder headers = new StringBuilder(REQUEST_HEADERS);
        for (String header : StringUtils.tokenizeToStringArray(requested, ",")) {
            if (!KNOWN.contains(header.toLowerCase(Locale.ROOT))) {
                headers.append(", ").append(header);
            }
        }
        return headers.toString();
    }
}
