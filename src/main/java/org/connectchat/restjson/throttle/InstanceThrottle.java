package org.connectchat.restjson.throttle;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The throttle of one instance that has settings of its own (rule C31). What the instance has not set follows the
 * emulator, but all its buckets are its own.
 *
 * @param enabled null to follow the emulator
 * @param rates what the instance has set, by operation name in any case
 * @param buckets stay the same through all changes
 * @param holding what holds for the instance now
 */
record InstanceThrottle(
        @Nullable Boolean enabled, Map<String, Rate> rates, TokenBuckets buckets, ThrottleState holding) {

    /** Has set nothing yet. */
    static InstanceThrottle following(ThrottleState emulator) {
        return new InstanceThrottle(null, Map.of(), new TokenBuckets(), emulator);
    }

    /** With what a change sets beside what the instance has set before. */
    InstanceThrottle with(@Nullable Boolean newEnabled, Map<String, Rate> newRates) {
        Map<String, Rate> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(rates);
        newRates.forEach((name, rate) -> all.merge(name, rate, (before, after) -> after.over(before)));
        return new InstanceThrottle(newEnabled == null ? enabled : newEnabled, all, buckets, holding);
    }

    /**
     * With the limits of the emulator where the instance has set none. A bucket whose limit stays the same keeps its
     * tokens.
     *
     * @param generation that of the limits that change
     */
    InstanceThrottle over(ThrottleState emulator, int generation) {
        Map<String, TokenBuckets.Limit> limits = new HashMap<>();
        emulator.operations().forEach((name, limit) -> {
            Rate rate = rates.get(name);
            ThrottleLimit wanted = rate == null ? limit.limit() : rate.over(limit.limit());
            TokenBuckets.Limit before = requireNonNull(holding.operations().get(name));
            limits.put(name, before.limit().equals(wanted) ? before : new TokenBuckets.Limit(wanted, generation));
        });
        ThrottleState after = new ThrottleState(enabled == null ? emulator.enabled() : enabled, limits);
        return new InstanceThrottle(enabled, rates, buckets, after);
    }

    /**
     * Takes a token of the bucket that the instance has for an operation.
     *
     * @param owner that of the emulator's bucket; two operations of one name have different owners (DescribeView)
     */
    boolean take(String operation, String owner) {
        return holding.take(buckets, operation, owner);
    }
}
