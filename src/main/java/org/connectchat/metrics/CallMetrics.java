package org.connectchat.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.restjson.call.CallObserver;
import org.connectchat.restjson.call.CallRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Times calls by operation and outcome, and counts the calls that a throttle or a quota refused. The emulator chooses the
 * values of both tags, so their number is bounded.
 */
@Component
final class CallMetrics implements CallObserver {

    private record Key(String operation, String outcome) {}

    private record Meters(Timer calls, @Nullable Counter refused) {}

    private final MeterRegistry registry;
    private final Map<Key, Meters> byKey = new ConcurrentHashMap<>();

    CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void completed(CallRecord call) {
        Key key = new Key(call.operation(), outcome(call));
        Meters meters = byKey.get(key);
        if (meters == null) {
            meters = byKey.computeIfAbsent(key, this::meters);
        }
        meters.calls().record(call.took());
        if (meters.refused() != null) {
            meters.refused().increment();
        }
    }

    private static String outcome(CallRecord call) {
        if (call.status() == CallRecord.NO_STATUS) {
            return "reset";
        }
        return call.errorCode() == null ? "ok" : call.errorCode();
    }

    private Meters meters(Key key) {
        Timer calls = Timer.builder("connectchat.calls")
                .description("Duration of AWS calls until their response is ready")
                .tags("operation", key.operation(), "outcome", key.outcome())
                .register(registry);
        String reason = switch (key.outcome()) {
            case "TooManyRequestsException", "ThrottlingException" -> "throttle";
            case "LimitExceededException", "ServiceQuotaExceededException" -> "quota";
            default -> null;
        };
        return new Meters(calls, reason == null ? null : refused(key.operation(), reason));
    }

    private Counter refused(String operation, String reason) {
        return Counter.builder("connectchat.refused.calls")
                .description("Calls that a throttle or a quota refused")
                .tags("operation", operation, "reason", reason)
                .register(registry);
    }
}
