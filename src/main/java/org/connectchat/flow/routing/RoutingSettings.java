package org.connectchat.flow.routing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.connectchat.flow.catalogue.NamedResources;
import org.connectchat.flow.hours.HoursSettings;
import org.connectchat.flow.queue.QueueSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.flows.queues}, {@code .hours} and {@code .agents}: who waits where, when it is open, and who serves.
 *
 * @param queues the queues that exist (rule F71); every id is a queue if there is none
 * @param hours the hours of operation that exist (rule F72); every id is always open if there is none
 * @param agents the standing agents (rule F73); without any, no contact gets an agent by itself
 */
@ConfigurationProperties("emulator.flows")
public record RoutingSettings(
        @DefaultValue @Size(max = 1000) List<@NotNull @Valid QueueSettings> queues,
        @DefaultValue @Size(max = 1000) List<@NotNull @Valid HoursSettings> hours,

        @DefaultValue @Size(max = StandingAgents.MAXIMUM) List<@NotNull @Valid AgentSettings> agents) {

    @AssertTrue(message = "queues must not have two queues of the same id")
    boolean isEachQueueUnique() {
        return unique(queues.stream().map(QueueSettings::id));
    }

    @AssertTrue(message = "hours must not have two hours of operation of the same id")
    boolean isEachHoursUnique() {
        return unique(hours.stream().map(HoursSettings::id));
    }

    @AssertTrue(message = "agents must not have two agents of the same id")
    boolean isEachAgentUnique() {
        return unique(agents.stream().map(AgentSettings::id));
    }

    @AssertTrue(message = "queues must name hours-of-operation that emulator.flows.hours has")
    boolean isEveryHoursOfAQueueThere() {
        NamedResources<HoursSettings> known = new NamedResources<>(hours, HoursSettings::id, HoursSettings::name);
        return hours.isEmpty()
                || queues.stream()
                        .map(QueueSettings::hoursOfOperation)
                        .filter(Objects::nonNull)
                        .allMatch(reference -> known.find(reference) != null);
    }

    @AssertTrue(message = "agents must name queues that emulator.flows.queues has")
    boolean isEveryQueueOfAnAgentThere() {
        NamedResources<QueueSettings> known = new NamedResources<>(queues, QueueSettings::id, QueueSettings::name);
        return queues.isEmpty()
                || agents.stream()
                        .flatMap(agent -> agent.queues().stream())
                        .allMatch(reference -> known.find(reference) != null);
    }

    private static boolean unique(Stream<String> ids) {
        List<String> all = ids.filter(Objects::nonNull).toList();
        return all.stream().distinct().count() == all.size();
    }
}
