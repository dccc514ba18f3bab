package org.connectchat.restjson;

import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Rule B2: one token bucket per operation; the emulator is one account. It runs on real time. */
final class Throttle {

    private final Map<String, TokenBucket> buckets = new TreeMap<>();

    Throttle(ThrottlingSettings settings, Collection<Operation> operations, RateLimiterRegistry registry) {
        Map<String, Rate> configured = settings.byOperation();
        Map<String, Route> routes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        operations.forEach(operation -> routes.put(operation.route().name(), operation.route()));
        configured.forEach((name, rate) -> {
            if (!routes.containsKey(name)) {
                throw new InvalidConfigurationPropertyValueException(
                        "emulator.throttling.operations." + name,
                        rate,
                        "There is no such operation. Allowed are " + String.join(", ", routes.keySet()) + ".");
            }
        });
        if (settings.enabled()) {
            routes.forEach((name, route) -> {
                if (route.scope() == Route.Scope.ACCOUNT) {
                    buckets.put(route.name(), new TokenBucket(registry, route.name(), settings.figures(route)));
                }
            });
        }
    }

    /** The bucket of an operation, or null if it is not throttled for the account. */
    @Nullable
    TokenBucket bucket(String operation) {
        return buckets.get(operation);
    }
}
