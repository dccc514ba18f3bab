package org.connectchat.restjson.throttle;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Limits the calls of each operation (rule B2). Only this class changes limits while calls run. */
public final class Throttle {

    /**
     * All limits at one moment.
     *
     * @param operations by the name of the operation in any case
     */
    public record Limits(boolean enabled, Map<String, ThrottleLimit> operations) {

        public Limits {
            Map<String, ThrottleLimit> byName = caseless();
            byName.putAll(operations);
            operations = Collections.unmodifiableMap(byName);
        }
    }

    private record State(boolean enabled, Map<String, TokenBuckets.Limit> operations) {}

    private final ThrottlingSettings settings;
    private final TokenBuckets buckets = new TokenBuckets();

    @GuardedBy("this")
    private Map<String, ThrottleLimit> configured = Map.of();

    @GuardedBy("this")
    private int generation;

    private volatile State state;

    public Throttle(ThrottlingSettings settings) {
        this.settings = settings;
        this.state = new State(settings.enabled(), Map.of());
    }

    /** Sets the limits of the operations that are served: the configured ones over AWS's. */
    public synchronized void serve(Map<String, ThrottleLimit> usualLimits) {
        Map<String, ThrottleLimit> current = caseless();
        current.putAll(usualLimits);
        settings.operations().forEach((name, rate) -> {
            ThrottleLimit usual = current.get(name);
            if (usual == null) {
                throw new InvalidConfigurationPropertyValueException(
                        "emulator.throttling.operations." + name,
                        rate,
                        "There is no such operation. Allowed are " + String.join(", ", current.keySet()) + ".");
            }
            current.replace(name, rate.over(usual));
        });
        configured = current;
        reset();
    }

    /** The limits that hold now. */
    public Limits current() {
        State now = state;
        Map<String, ThrottleLimit> current = new HashMap<>();
        now.operations().forEach((name, limit) -> current.put(name, limit.limit()));
        return new Limits(now.enabled(), current);
    }

    /**
     * Changes limits, all at once. A bucket whose limit changes starts full; the others keep their tokens.
     *
     * @param enabled null to leave it as it is
     * @param operations by name in any case; a rate or a burst that is null stays as it is
     * @throws IllegalArgumentException if there is no such operation
     */
    public synchronized void change(@Nullable Boolean enabled, Map<String, Rate> operations) {
        Map<String, TokenBuckets.Limit> limits = caseless();
        limits.putAll(state.operations());
        int next = ++generation;
        operations.forEach((name, rate) -> {
            TokenBuckets.Limit before = limits.get(name);
            if (before == null) {
                throw new IllegalArgumentException("There is no operation " + name);
            }
            ThrottleLimit after = rate.over(before.limit());
            if (!after.equals(before.limit())) {
                limits.replace(name, new TokenBuckets.Limit(after, next));
            }
        });
        state = new State(enabled == null ? state.enabled() : enabled, new HashMap<>(limits));
    }

    /** Goes back to the configured limits, with all buckets full. */
    public synchronized void reset() {
        int next = ++generation;
        Map<String, TokenBuckets.Limit> limits = new HashMap<>();
        configured.forEach((name, limit) -> limits.put(name, new TokenBuckets.Limit(limit, next)));
        state = new State(settings.enabled(), limits);
    }

    /**
     * Takes a token of the bucket that an operation has for the whole account.
     *
     * @return false if the bucket is empty
     */
    public boolean take(String operation) {
        return takeFrom(operation, TokenBuckets.ACCOUNT);
    }

    /**
     * Takes a token of the bucket that an operation has for one instance.
     *
     * @return false if the bucket is empty
     */
    public boolean take(String operation, String instanceId) {
        return takeFrom(operation, instanceId);
    }

    private boolean takeFrom(String operation, String owner) {
        State now = state;
        return !now.enabled()
                || buckets.take(
                        operation, owner, requireNonNull(now.operations().get(operation)));
    }

    private static <T> Map<String, T> caseless() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }
}
