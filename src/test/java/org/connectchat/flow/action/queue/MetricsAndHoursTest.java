package org.connectchat.flow.action.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.connectchat.flow.run.FlowText.conditions;
import static org.connectchat.flow.run.FlowText.errors;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.connectchat.flow.hours.Hours;
import org.connectchat.flow.hours.OpenHours;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.queue.QueuedContact;
import org.connectchat.flow.run.FlowFixture;
import org.connectchat.flow.run.FlowText;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

class MetricsAndHoursTest {

    /** The tests stand at ten o'clock of a Monday, UTC. */
    private static final Hours MORNING = hours("morning", 9, 11);

    private static final Hours EVENING = hours("evening", 18, 20);
    private static final Queue QUEUE = new Queue("q", "Q", Queue.NO_MAXIMUM, "evening", false);

    private final QueueChat chat = new QueueChat(List.of(QUEUE), List.of(MORNING, EVENING));

    private static Hours hours(String id, int start, int end) {
        return new Hours(
                id,
                id,
                ZoneId.of("UTC"),
                List.of(new OpenHours(DayOfWeek.MONDAY, LocalTime.of(start, 0), LocalTime.of(end, 0))),
                List.of());
    }

    private FlowFixture hours(String before, String parameters) {
        return chat.run(new FlowText()
                .action("target", "UpdateContactTargetQueue", before, "check", errors("NoMatchingError", "check"))
                .action(
                        "check",
                        "CheckHoursOfOperation",
                        parameters,
                        "end",
                        conditions("Equals", "True", "open", "False", "closed"),
                        errors("NoMatchingError", "failed"))
                .end("open")
                .end("closed")
                .end("failed")
                .end("end")
                .json());
    }

    @Rule("F72")
    @Test
    void theHoursOfTheParameterDecide() {
        assertThat(hours("{\"QueueId\": \"q\"}", "{\"HoursOfOperationId\": \"morning\"}")
                        .path())
                .endsWith("open");
    }

    @Rule("F72")
    @Test
    void withoutAParameterThoseOfTheTargetQueueDecide() {
        assertThat(hours("{\"QueueId\": \"q\"}", "{}").path()).endsWith("closed");
    }

    @Rule("F72")
    @Test
    void unknownHoursFailAndSoDoNone() {
        assertThat(hours("{\"QueueId\": \"q\"}", "{\"HoursOfOperationId\": \"noon\"}")
                        .path())
                .endsWith("failed");
        assertThat(hours("{\"QueueId\": \"unknown\"}", "{}").path()).endsWith("failed");
    }

    private FlowFixture metric(String type, String operator, String operand) {
        chat.fixture.lines.enter(
                QueuedContact.of("other", FlowFixture.INSTANCE_ID, QUEUE, FlowFixture.START.minusSeconds(30)), 10);
        return chat.run(new FlowText()
                .action(
                        "check",
                        "CheckMetricData",
                        "{\"MetricType\": \"%s\", \"QueueId\": \"q\"}".formatted(type),
                        "end",
                        conditions(operator, operand, "yes"),
                        errors("NoMatchingCondition", "no", "NoMatchingError", "failed"))
                .end("yes")
                .end("no")
                .end("failed")
                .end("end")
                .json());
    }

    @Rule("F73")
    @Test
    void aMetricOfContactsIsANumber() {
        assertThat(metric("OldestContactInQueueAgeSeconds", "NumberGreaterOrEqualTo", "30")
                        .path())
                .containsExactly("check", "yes");
    }

    @Rule("F73")
    @Test
    void withoutStandingAgentsNoneIsAvailable() {
        assertThat(metric("NumberOfAgentsAvailable", "NumberGreaterThan", "0").path())
                .containsExactly("check", "no");
    }

    @Rule("F73")
    @Test
    void withoutAQueueAMetricFails() {
        FlowFixture flow = chat.run(new FlowText()
                .action(
                        "check",
                        "CheckMetricData",
                        "{\"MetricType\": \"NumberOfContactsInQueue\"}",
                        "end",
                        errors("NoMatchingError", "end"))
                .end("end")
                .json());

        assertThat(flow.log().get(0).reason()).isEqualTo("No target queue is set");
    }

    private FlowFixture metrics(String channel) {
        chat.fixture.lines.enter(
                QueuedContact.of("other", FlowFixture.INSTANCE_ID, QUEUE, FlowFixture.START.minusSeconds(30)), 10);
        return chat.run(new FlowText()
                .action("get", "GetMetricData", "{\"QueueId\": \"q\"%s}".formatted(channel), "size")
                .action("size", "Compare", "{\"ComparisonValue\": \"$.Metrics.Queue.Size\"}", "age")
                .action("age", "Compare", "{\"ComparisonValue\": \"$.Metrics.Queue.OldestContactAge\"}", "agents")
                .action("agents", "Compare", "{\"ComparisonValue\": \"$.Metrics.Agents.Online.Count\"}", "name")
                .action("name", "Compare", "{\"ComparisonValue\": \"$.Metrics.Queue.Name\"}", "end")
                .end("end")
                .json());
    }

    @Rule("F73")
    @Test
    void getMetricDataFillsTheMetrics() {
        assertThat(metrics(", \"QueueChannel\": \"chat\"").log())
                .extracting(entry -> entry.outcome())
                .containsExactly("Success", "1", "30", "0", "Q", "Disconnected");
    }

    @Rule("F73")
    @Test
    void noCallsWait() {
        assertThat(metrics(", \"QueueChannel\": \"Voice\"").log())
                .extracting(entry -> entry.outcome())
                .containsExactly("Success", "0", "0", "0", "Q", "Disconnected");
    }
}
