package org.connectchat.flow.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.connectchat.flow.hours.Hours;
import org.connectchat.flow.hours.HoursCatalogue;
import org.connectchat.flow.hours.HoursOverride;
import org.connectchat.flow.hours.OpenHours;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.Queues;
import org.connectchat.flow.routing.StandingAgent.State;
import org.connectchat.settings.ValidatedSettings;
import org.connectchat.testkit.Rule;
import org.connectchat.testkit.SameOnEveryJdk;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@SameOnEveryJdk
class RoutingSettingsTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(RoutingConfiguration.class, ValidatedSettings.class)
            .withBean(RoutingClock.class, () -> instanceId -> Instant.now());

    @Test
    @Rule({"F71", "F74"})
    void withoutSettingsThereAreNoQueuesNoHoursAndNoAgents() {
        context.run(started -> {
            assertThat(started.getBean(Queues.class).in(null).all()).isEmpty();
            assertThat(started.getBean(HoursCatalogue.class).in(null).all()).isEmpty();
            assertThat(started.getBean(StandingAgents.class).of(null)).isEmpty();
            assertThat(started.getBean(Routing.class).assign()).isEmpty();
        });
    }

    @Test
    @Rule("F70")
    void queuesAreRead() {
        context.withPropertyValues(
                        "emulator.flows.queues[0].id=sales",
                        "emulator.flows.queues[0].name=Sales in Europe",
                        "emulator.flows.queues[0].maximum=0",
                        "emulator.flows.queues[0].hours-of-operation=office",
                        "emulator.flows.queues[1].id=support")
                .run(started -> assertThat(
                                started.getBean(Queues.class).in(null).all())
                        .containsExactly(
                                new Queue("sales", "Sales in Europe", 0, "office", false), Queue.named("support")));
    }

    @Test
    @Rule("F72")
    void hoursAreRead() {
        context.withPropertyValues(
                        "emulator.flows.hours[0].id=office",
                        "emulator.flows.hours[0].name=Office hours",
                        "emulator.flows.hours[0].time-zone=Europe/Berlin",
                        "emulator.flows.hours[0].config[0].day=MONDAY",
                        "emulator.flows.hours[0].config[0].start=09:00",
                        "emulator.flows.hours[0].config[0].end=17:30",
                        "emulator.flows.hours[0].overrides[0].name=Christmas",
                        "emulator.flows.hours[0].overrides[0].effective-from=2026-12-24",
                        "emulator.flows.hours[0].overrides[0].effective-till=2026-12-26",
                        "emulator.flows.hours[0].overrides[0].config[0].day=thursday",
                        "emulator.flows.hours[0].overrides[0].config[0].start=09:00",
                        "emulator.flows.hours[0].overrides[0].config[0].end=00:00")
                .run(started -> assertThat(
                                started.getBean(HoursCatalogue.class).in(null).all())
                        .containsExactly(new Hours(
                                "office",
                                "Office hours",
                                ZoneId.of("Europe/Berlin"),
                                List.of(on(DayOfWeek.MONDAY, "09:00", "17:30")),
                                List.of(new HoursOverride(
                                        "Christmas",
                                        LocalDate.of(2026, 12, 24),
                                        LocalDate.of(2026, 12, 26),
                                        List.of(on(DayOfWeek.THURSDAY, "09:00", "00:00")))))));
    }

    @Test
    @Rule("F72")
    void hoursWithoutTimesAreNeverOpen() {
        context.withPropertyValues("emulator.flows.hours[0].id=closed", "emulator.flows.hours[0].time-zone=UTC")
                .run(started -> assertThat(
                                started.getBean(HoursCatalogue.class).in(null).find("closed"))
                        .satisfies(closed ->
                                assertThat(closed.inHours(Instant.EPOCH)).isFalse()));
    }

    @Test
    @Rule("F73")
    void agentsAreReadWithTheirQueuesByIdArnAndName() {
        context.withPropertyValues(
                        "emulator.flows.queues[0].id=sales",
                        "emulator.flows.queues[0].name=Sales in Europe",
                        "emulator.flows.queues[1].id=support",
                        "emulator.flows.queues[2].id=returns",
                        "emulator.flows.agents[0].id=ada",
                        "emulator.flows.agents[1].id=bob",
                        "emulator.flows.agents[1].display-name=Bob",
                        "emulator.flows.agents[1].queues[0]=Sales in Europe",
                        "emulator.flows.agents[1].queues[1]=returns",
                        "emulator.flows.agents[1].queues[2]=arn:aws:connect:us-east-1:000000000000:instance/i/queue/support",
                        "emulator.flows.agents[1].capacity=3",
                        "emulator.flows.agents[1].state=busy",
                        "emulator.flows.agents[1].auto-accept=false")
                .run(started -> assertThat(started.getBean(StandingAgents.class).of(null))
                        .extracting(AgentStatus::agent)
                        .containsExactly(
                                new StandingAgent(null, "ada", "ada", Set.of(), 1, State.AVAILABLE, true),
                                new StandingAgent(
                                        null,
                                        "bob",
                                        "Bob",
                                        Set.of("sales", "returns", "support"),
                                        3,
                                        State.BUSY,
                                        false)));
    }

    private static OpenHours on(DayOfWeek day, String start, String end) {
        return new OpenHours(day, LocalTime.parse(start), LocalTime.parse(end));
    }
}
