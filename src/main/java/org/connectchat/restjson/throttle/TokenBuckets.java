package org.connectchat.restjson.throttle;

import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The buckets of all operations and instances, each made anew when its figures have changed. They run on real time. */
final class TokenBuckets {

    /** The owner of buckets that count for all instances together. */
    static final String ACCOUNT = "";

    /** Of instances that nobody uses any more nothing need be remembered: a bucket refills within seconds. */
    private static final int MOST_BUCKETS = 10_000;

    /**
     * What a bucket is to hold.
     *
     * @param generation grows with each change, so that a call that began before a change does not undo it
     */
    record Figure(ThrottleLimit rate, int generation) {}

    private record Key(String operation, String owner) {}

    private record Filled(TokenBucket bucket, int generation) {}

    private final Map<Key, Filled> byKey = new ConcurrentHashMap<>();

    boolean take(String operation, String owner, Figure figure) {
        Key key = new Key(operation, owner);
        Filled filled = byKey.get(key);
        if (filled == null || filled.generation() < figure.generation()) {
            filled = refilled(key, figure);
        }
        return filled.bucket().take();
    }

    private Filled refilled(Key key, Figure figure) {
        if (byKey.size() > MOST_BUCKETS) {
            byKey.keySet().removeIf(other -> !other.owner().equals(ACCOUNT));
        }
        Filled full = filled(key, figure);
        return byKey.merge(key, full, (old, same) -> old.generation() < figure.generation() ? full : old);
    }

    private static Filled filled(Key key, Figure figure) {
        return new Filled(
                new TokenBucket(RateLimiterRegistry.ofDefaults(), key.operation(), figure.rate()), figure.generation());
    }
}
