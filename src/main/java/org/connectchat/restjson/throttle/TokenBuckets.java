package org.connectchat.restjson.throttle;

import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The buckets of operations and their owners, each made anew when its limit has changed. They run on the real clock. */
final class TokenBuckets {

    /** The owner of buckets that count for all calls together. */
    static final String ACCOUNT = "";

    /** Above this number the buckets of all instances are dropped: those of idle instances are full again anyway. */
    private static final int MAX_BUCKETS = 10_000;

    /**
     * The limit of a bucket.
     *
     * @param generation grows with each change, so that a call that began before a change does not undo it
     */
    record Limit(ThrottleLimit limit, int generation) {}

    private record Key(String operation, String owner) {}

    private record Filled(TokenBucket bucket, int generation) {}

    private final Map<Key, Filled> byKey = new ConcurrentHashMap<>();

    boolean take(String operation, String owner, Limit limit) {
        Key key = new Key(operation, owner);
        Filled filled = byKey.get(key);
        if (filled == null || filled.generation() < limit.generation()) {
            filled = refilled(key, limit);
        }
        return filled.bucket().take();
    }

    /** Fills all buckets of one owner. */
    void fill(String owner) {
        byKey.keySet().removeIf(key -> key.owner().equals(owner));
    }

    private Filled refilled(Key key, Limit limit) {
        if (byKey.size() > MAX_BUCKETS) {
            byKey.keySet().removeIf(other -> !other.owner().equals(ACCOUNT));
        }
        Filled full = filled(key, limit);
        return byKey.merge(key, full, (old, same) -> old.generation() < limit.generation() ? full : old);
    }

    private static Filled filled(Key key, Limit limit) {
        return new Filled(
                new TokenBucket(RateLimiterRegistry.ofDefaults(), key.operation(), limit.limit()), limit.generation());
    }
}
