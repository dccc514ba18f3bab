package org.connectchat.restjson.throttle;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.time.Duration;

/**
 * An exact token bucket made of resilience4j's RateLimiter (rule B2).
 *
 * <p>A RateLimiter refills whole windows, which would let twice the burst through at a window's edge. Here a call takes
 * many small permits, each refilled in a window of its own, and may run into debt up to the burst: a call whose
 * reservation would have to wait longer than the rest of the burst takes to refill is refused. No thread waits for a
 * reservation. The finer the permits, the closer the refill is to a continuous one.
 */
final class TokenBucket {

    private static final int FINEST = 1_000;
    private static final double NANOS_PER_SECOND = 1e9;

    private final RateLimiter limiter;
    private final int permitsPerCall;

    TokenBucket(RateLimiterRegistry registry, String name, ThrottleLimit limit) {
        double nanosPerCall = NANOS_PER_SECOND / limit.perSecond();
        int burst = limit.burst();
        // A permit takes a microsecond or more to refill, and the debt of a whole burst is counted in an int.
        double finest = Math.min(FINEST, Math.min(nanosPerCall / 1_000, Integer.MAX_VALUE / 2.0 / burst));
        this.permitsPerCall = (int) Math.max(1, finest);
        Duration refill = Duration.ofNanos(Math.max(1, Math.round(nanosPerCall / permitsPerCall)));
        this.limiter = registry.rateLimiter(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(refill)
                        .timeoutDuration(refill.multipliedBy((long) burst * permitsPerCall - 1))
                        .build());
    }

    /** Takes a token if there is one. */
    boolean take() {
        return limiter.reservePermission(permitsPerCall) >= 0;
    }
}
