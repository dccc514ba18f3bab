package org.connectchat.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.config.MeterFilter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.function.Supplier;
import org.connectchat.chat.lifecycle.ActiveChats;
import org.connectchat.chat.memory.MemoryBudget;
import org.connectchat.chat.time.Deadlines;
import org.connectchat.websocket.ChatSockets;
import org.connectchat.websocket.SocketCounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Registers the emulator's own metrics. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    private static final String WHAT_TAKES_MEMORY =
            "chats, sockets, results of ClientTokens, flows and modules of the API, and recorded calls and events";

    /** The metrics of libraries would cost each call time and say nothing about chats. */
    @Bean
    MeterFilter ownMetricsOnly() {
        return MeterFilter.denyUnless(id -> id.getName().startsWith("connectchat."));
    }

    @Bean
    ActiveChatMetrics activeChatMetrics(ActiveChats chats, PrometheusRegistry registry) {
        ActiveChatMetrics metrics = new ActiveChatMetrics(chats);
        registry.register(metrics);
        return metrics;
    }

    @Bean
    MeterBinder chatMetrics(ActiveChats chats, Deadlines deadlines) {
        return registry -> {
            gauge(
                    "connectchat.active.chats.quota",
                    "Maximum number of active chats of an instance without a quota of its own",
                    registry,
                    () -> chats.quota());
            gauge("connectchat.deadlines.waiting", "Pending deadlines", registry, () -> deadlines.waiting());
        };
    }

    @Bean
    MeterBinder memoryMetrics(MemoryBudget memory) {
        return registry -> {
            gauge("connectchat.memory.used", "Estimated bytes of " + WHAT_TAKES_MEMORY, registry, () -> memory.used());
            gauge("connectchat.memory.limit", "Maximum bytes of " + WHAT_TAKES_MEMORY, registry, () -> memory.limit());
        };
    }

    @Bean
    MeterBinder socketMetrics(ChatSockets sockets, SocketCounts counts) {
        return registry -> {
            gauge("connectchat.sockets.open", "Open sockets", registry, () -> sockets.count());
            FunctionCounter.builder("connectchat.frames.sent", counts, SocketCounts::sent)
                    .description("Frames sent to clients")
                    .register(registry);
            FunctionCounter.builder("connectchat.frames.received", counts, SocketCounts::received)
                    .description("Frames received from clients")
                    .register(registry);
        };
    }

    private static void gauge(String name, String description, MeterRegistry registry, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
