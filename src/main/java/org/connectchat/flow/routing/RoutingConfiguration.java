package org.connectchat.flow.routing;

import java.util.List;
import org.connectchat.flow.catalogue.NamedResources;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.hours.HoursSettings;
import org.connectchat.flow.queue.KnownQueues;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueueSettings;
import org.connectchat.flow.queue.Queues;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of queues, hours of operation and standing agents. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingSettings.class)
class RoutingConfiguration {

    @Bean
    HoursCatalogue hoursCatalogue(RoutingSettings settings) {
        return new HoursCatalogue(
                settings.hours().stream().map(HoursSettings::toHours).toList());
    }

    @Bean
    Queues queues(RoutingSettings settings) {
        return new Queues(settings.queues().stream().map(QueueSettings::toQueue).toList());
    }

    @Bean
    QueueLines queueLines() {
        return new QueueLines();
    }

    @Bean
    StandingAgents standingAgents(RoutingSettings settings, Queues queues, QueueLines lines) {
        List<StandingAgent> agents = settings.agents().stream()
                .map(agent -> agent.toAgent(reference -> idOf(reference, queues.in(null))))
                .toList();
        return new StandingAgents(lines, agents);
    }

    private static String idOf(String reference, KnownQueues queues) {
        Queue queue = queues.find(reference);
        return queue == null ? NamedResources.idOf(reference) : queue.id();
    }

    @Bean
    Routing routing(QueueLines lines, StandingAgents agents, RoutingClock clock) {
        return new Routing(lines, agents, clock);
    }
}
