package org.connectchat.flow.routing;

import java.time.Duration;
import java.util.List;
import org.connectchat.flow.queue.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of a queue at one moment, for the actions CheckMetricData and GetMetricData.
 *
 * @param queue the queue
 * @param contacts how many contacts wait
 * @param oldestAge how long the oldest of them has waited; zero if there is none
 * @param estimatedWait how long a contact is expected to wait (rule F99); null if that is not known
 * @param agents how many agents that serve the queue are in which state
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/get-queue-metrics.html">Get metrics</a>
 */
public record QueueMetrics(
        Queue queue,
        int contacts,
        Duration oldestAge,
        @Nullable Duration estimatedWait,
        AgentCounts agents) {

    /** The metrics of a queue in which no contact waits and that no agent serves. */
    public static QueueMetrics none(Queue queue) {
        return new QueueMetrics(queue, 0, Duration.ZERO, null, AgentCounts.of(List.of()));
    }

    /** The value of one metric. */
    public long value(MetricType type) {
        return switch (type) {
            case NUMBER_OF_AGENTS_AVAILABLE -> agents.available();
            case NUMBER_OF_AGENTS_STAFFED -> agents.staffed();
            case NUMBER_OF_AGENTS_ONLINE -> agents.online();
            case OLDEST_CONTACT_IN_QUEUE_AGE_SECONDS -> oldestAge.toSeconds();
            case NUMBER_OF_CONTACTS_IN_QUEUE -> contacts;
        };
    }
}
