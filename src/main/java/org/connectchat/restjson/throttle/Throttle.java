package org.connectchat.restjson.throttle;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** How many calls the throttle lets through (rule B2), and the one place where that changes while calls run. */
public final class Throttle {

    /**
     * All figures at one moment.
     *
     * @param operations what every operation has, by its name in any case
     */
    public record Figures(boolean enabled, Map<String, ThrottleLimit> operations) {

        public Figures {
            Map<String, ThrottleLimit> byName = caseless();
            byName.putAll(operations);
            operations = Collections.unmodifiableMap(byName);
        }
    }

    private record State(boolean enabled, Map<String, TokenBuckets.Figure> operations) {}

    private final ThrottlingSettings settings;
    private final TokenBuckets buckets = new TokenBuckets();
    private Map<String, ThrottleLimit> configured = Map.of();
    private int generation;
    private volatile State state;

    public Throttle(ThrottlingSettings settings) {
        this.settings = settings;
        this.state = new State(settings.enabled(), Map.of());
    }

    /** What is served has its figures from now on: the configured ones over AWS's. */
    public synchronized void serve(Map<String, ThrottleLimit> usualLimits) {
        Map<String, ThrottleLimit> rates = caseless();
        rates.putAll(usualLimits);
        settings.operations().forEach((name, rate) -> {
            ThrottleLimit usual = rates.get(name);
            if (usual == null) {
                throw new InvalidConfigurationPropertyValueException(
                        "emulator.throttling.operations." + name,
                        rate,
                        "There is no such operation. Allowed are " + String.join(", ", rates.keySet()) + ".");
            }
            rates.replace(name, rate.orElse(usual));
        });
        configured = rates;
        reset();
    }

    /** The figures by which calls are let through now. */
    public Figures current() {
        State now = state;
        Map<String, ThrottleLimit> rates = new HashMap<>();
        now.operations().forEach((name, figure) -> rates.put(name, figure.rate()));
        return new Figures(now.enabled(), rates);
    }

    /**
     * Lays other figures over the current ones, all at once. A bucket whose figures change starts full; others keep what
     * they have.
     *
     * @param enabled null to leave it as it is
     * @param operations by name in any case; a rate or a burst that is null stays as it is
     * @throws IllegalArgumentException if there is no such operation
     */
    public synchronized void change(@Nullable Boolean enabled, Map<String, ThrottleLimit> operations) {
        Map<String, TokenBuckets.Figure> figures = caseless();
        figures.putAll(state.operations());
        generation++;
        operations.forEach((name, rate) -> {
            TokenBuckets.Figure before = figures.get(name);
            if (before == null) {
                throw new IllegalArgumentException("There is no operation " + name);
            }
            ThrottleLimit after = rate.orElse(before.rate());
            if (!after.equals(before.rate())) {
                figures.replace(name, new TokenBuckets.Figure(after, generation));
            }
        });
        state = new State(enabled == null ? state.enabled() : enabled, new HashMap<>(figures));
    }

    /** Goes back to the configured figures, with all buckets full. */
    public synchronized void reset() {
        generation++;
        Map<String, TokenBuckets.Figure> figures = new HashMap<>();
        configured.forEach((name, rate) -> figures.put(name, new TokenBuckets.Figure(rate, generation)));
        state = new State(settings.enabled(), figures);
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
