package org.connectchat.restjson.throttle;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Limits the calls of each operation (rule B2), by the limits of the emulator or by those that an instance has of its own
 * (rule C31). Only this class changes limits while calls run.
 */
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

        private static Limits of(ThrottleState state) {
            Map<String, ThrottleLimit> operations = new HashMap<>();
            state.operations().forEach((name, limit) -> operations.put(name, limit.limit()));
            return new Limits(state.enabled(), operations);
        }
    }

    /** @param instances those that have limits of their own */
    private record State(ThrottleState emulator, Map<String, InstanceThrottle> instances) {}

    private final ThrottlingSettings settings;
    private final TokenBuckets buckets = new TokenBuckets();

    @GuardedBy("this")
    private Map<String, ThrottleLimit> configured = Map.of();

    @GuardedBy("this")
    private int generation;

    private volatile State state;

    public Throttle(ThrottlingSettings settings) {
        this.settings = settings;
        this.state = new State(new ThrottleState(settings.enabled(), Map.of()), Map.of());
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

    /** The limits of the emulator that hold now. */
    public Limits current() {
        return Limits.of(state.emulator());
    }

    /** The limits of one instance that hold now. */
    public Limits current(String instanceId) {
        State now = state;
        InstanceThrottle own = now.instances().get(instanceId);
        return Limits.of(own == null ? now.emulator() : own.holding());
    }

    /**
     * Changes limits of the emulator, all at once. A bucket whose limit changes starts full; the others keep their tokens.
     *
     * @param enabled null to leave it as it is
     * @param operations by name in any case; a rate or a burst that is null stays as it is
     * @throws IllegalArgumentException if there is no such operation
     */
    public synchronized void change(@Nullable Boolean enabled, Map<String, Rate> operations) {
        ThrottleState before = state.emulator();
        Map<String, TokenBuckets.Limit> limits = caseless();
        limits.putAll(before.operations());
        int next = ++generation;
        operations.forEach((name, rate) -> {
            TokenBuckets.Limit old = known(name, limits);
            ThrottleLimit after = rate.over(old.limit());
            if (!after.equals(old.limit())) {
                limits.replace(name, new TokenBuckets.Limit(after, next));
            }
        });
        ThrottleState after = new ThrottleState(enabled == null ? before.enabled() : enabled, new HashMap<>(limits));
        Map<String, InstanceThrottle> instances = new HashMap<>();
        state.instances().forEach((id, own) -> instances.put(id, own.over(after, next)));
        state = new State(after, instances);
    }

    /**
     * Changes limits of one instance, all at once. From its first change on, the instance has buckets of its own for all
     * operations, which start full.
     *
     * @param enabled null to leave it as it is
     * @param operations by name in any case; a rate or a burst that is null stays as it is
     * @throws IllegalArgumentException if there is no such operation
     */
    public synchronized void change(String instanceId, @Nullable Boolean enabled, Map<String, Rate> operations) {
        State before = state;
        Map<String, TokenBuckets.Limit> limits = caseless();
        limits.putAll(before.emulator().operations());
        operations.keySet().forEach(name -> known(name, limits));
        InstanceThrottle own =
                before.instances().getOrDefault(instanceId, InstanceThrottle.following(before.emulator()));
        Map<String, InstanceThrottle> instances = new HashMap<>(before.instances());
        instances.put(instanceId, own.with(enabled, operations).over(before.emulator(), ++generation));
        state = new State(before.emulator(), instances);
    }

    private static TokenBuckets.Limit known(String name, Map<String, TokenBuckets.Limit> limits) {
        TokenBuckets.Limit limit = limits.get(name);
        if (limit == null) {
            throw new IllegalArgumentException("There is no operation " + name);
        }
        return limit;
    }

    /** Goes back to the configured limits, for all instances, with all buckets full. */
    public synchronized void reset() {
        int next = ++generation;
        Map<String, TokenBuckets.Limit> limits = new HashMap<>();
        configured.forEach((name, limit) -> limits.put(name, new TokenBuckets.Limit(limit, next)));
        state = new State(new ThrottleState(settings.enabled(), limits), Map.of());
    }

    /** Takes the limits away that one instance has of its own, and fills the buckets that belong to it alone. */
    public synchronized void reset(String instanceId) {
        Map<String, InstanceThrottle> instances = new HashMap<>(state.instances());
        if (instances.remove(instanceId) != null) {
            state = new State(state.emulator(), instances);
        }
        buckets.fill(instanceId);
    }

    /** Whether any instance has limits of its own, so that it matters which instance a call is about. */
    public boolean isDivided() {
        return !state.instances().isEmpty();
    }

    /**
     * Takes a token of the bucket that an operation has for the whole account, unless the instance of the call has limits
     * of its own: then of the bucket of that instance.
     *
     * @param instanceId null if the call is about no instance, or is not known to be
     * @return false if the bucket is empty
     */
    public boolean takeOfAccount(String operation, @Nullable String instanceId) {
        return take(operation, instanceId, TokenBuckets.ACCOUNT);
    }

    /**
     * Takes a token of the bucket that an operation has for one instance.
     *
     * @return false if the bucket is empty
     */
    public boolean takeOfInstance(String operation, String instanceId) {
        return take(operation, instanceId, instanceId);
    }

    private boolean take(String operation, @Nullable String instanceId, String owner) {
        State now = state;
        InstanceThrottle own = instanceId == null ? null : now.instances().get(instanceId);
        return own == null ? now.emulator().take(buckets, operation, owner) : own.take(operation, owner);
    }

    private static <T> Map<String, T> caseless() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }
}
