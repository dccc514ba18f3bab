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

/** Everything that is counted, and nothing else. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    /** What libraries would count by themselves costs each call something and tells nothing of chats. */
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
                    "Active chats that an instance may have",
                    registry,
                    () -> chats.quota());
            gauge(
                    "connectchat.deadlines.waiting",
                    "Moments at which something is to happen by itself",
                    registry,
                    () -> deadlines.waiting());
        };
    }

    @Bean
    MeterBinder memoryMetrics(MemoryBudget memory) {
        return registry -> {
            gauge(
                    "connectchat.memory.used",
                    "Bytes that chats, sockets and the journal take, by estimate",
                    registry,
                    () -> memory.used());
            gauge("connectchat.memory.limit", "Bytes that they may take", registry, () -> memory.limit());
        };
    }

    @Bean
    MeterBinder socketMetrics(ChatSockets sockets, SocketCounts counts) {
        return registry -> {
            gauge("connectchat.sockets.open", "Open sockets", registry, () -> sockets.count());
            FunctionCounter.builder("connectchat.frames.sent", counts, SocketCounts::sent)
                    .description("Frames that sockets have sent to clients")
                    .register(registry);
            FunctionCounter.builder("connectchat.frames.received", counts, SocketCounts::received)
                    .description("Frames that clients have sent")
                    .register(registry);
        };
    }

    private static void gauge(String name, String description, MeterRegistry registry, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
