package org.connectchat.restjson.header;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Rule T8: a fresh UUID for each response. It only has to be unique, so it need not cost a SecureRandom. */
public final class RequestIds {

    /** The header that every response has. */
    public static final String HEADER = "x-amzn-RequestId";

    private static final EncodedHeader ENCODED_HEADER = new EncodedHeader(HEADER);

    private RequestIds() {}

    /** Adds the header to the response of a request. The response must not have it yet: it would have it twice. */
    public static void add(HttpServletRequest request, String requestId) {
        ENCODED_HEADER.add(request, EncodedHeader.encoded(requestId));
    }

    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }
}
