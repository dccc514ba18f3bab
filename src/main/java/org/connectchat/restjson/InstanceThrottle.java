package org.connectchat.restjson;

import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Token buckets of operations that AWS throttles per instance; an operation takes one once it knows the instance. */
public final class InstanceThrottle {

    /** Of instances that nobody uses any more nothing need be remembered: a bucket refills within seconds. */
    private static final int MOST_BUCKETS = 10_000;

    private record Key(String operation, String instanceId) {}

    private final ThrottlingSettings settings;
    private final Map<Key, TokenBucket> buckets = new ConcurrentHashMap<>();

    InstanceThrottle(ThrottlingSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes a token of the instance's bucket, and lets the call know its instance.
     *
     * @throws AwsException with the route's own error if this is a call too many
     */
    public void admit(Call call, Route route, String instanceId) {
        call.knowsInstance(instanceId);
        if (settings.enabled()) {
            take(route, instanceId);
        }
        call.atInstance(instanceId);
    }

    private void take(Route route, String instanceId) {
        if (buckets.size() > MOST_BUCKETS) {
            buckets.clear();
        }
        TokenBucket bucket = buckets.computeIfAbsent(
                new Key(route.name(), instanceId),
                key -> new TokenBucket(RateLimiterRegistry.ofDefaults(), route.name(), settings.figures(route)));
        if (!bucket.take()) {
            throw new AwsException(route.throttled(), "Too Many Requests: " + route.name() + " is throttled");
        }
    }
}
