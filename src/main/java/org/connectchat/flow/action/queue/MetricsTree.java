package org.connectchat.flow.action.queue;

import java.time.Duration;
import java.util.OptionalInt;
import org.connectchat.flow.action.Step;
import org.connectchat.flow.routing.AgentCounts;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.QueueMetrics;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The root {@code $.Metrics}. The members {@code EstimatedWaitTime} have no value until an agent has taken a contact out of
 * the queue (rule F99).
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html#attribs-system-metrics-table">Queue
 *     metrics</a>
 */
final class MetricsTree {

    private MetricsTree() {}

    static ObjectNode of(Step step, QueueMetrics metrics, QueueLines lines) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        ObjectNode queue = tree.putObject("Queue");
        queue.put("Name", metrics.queue().name())
                .put(
                        "ARN",
                        step.chat()
                                .account()
                                .arn(
                                        step.chat().contact().instanceId(),
                                        metrics.queue().resource()))
                .put("Size", metrics.contacts())
                .put("OldestContactAge", metrics.oldestAge().toSeconds());
        putAgents(tree.putObject("Agents"), metrics.agents());
        Duration wait = metrics.estimatedWait();
        if (wait != null && step.has("QueueChannel")) {
            queue.put("EstimatedWaitTime", wait.toSeconds());
        }
        putContact(tree, step, lines);
        return tree;
    }

    /** What is known of the contact itself, while it is in a queue, which need not be the one of the metrics. */
    private static void putContact(ObjectNode tree, Step step, QueueLines lines) {
        String sessionId = step.chat().contact().sessionId();
        OptionalInt position = lines.position(sessionId);
        if (position.isEmpty()) {
            return;
        }
        ObjectNode contact = tree.putObject("Contact").put("PositionInQueue", position.getAsInt());
        Duration left = lines.remainingWait(sessionId, step.now());
        if (left != null) {
            contact.put("EstimatedWaitTime", left.toSeconds());
        }
    }

    private static void putAgents(ObjectNode agents, AgentCounts counts) {
        put(agents, "Online", counts.online());
        put(agents, "Available", counts.available());
        put(agents, "Staffed", counts.staffed());
        put(agents, "AfterContactWork", 0); // an agent is free as soon as its chat is over
        put(agents, "Busy", counts.busy());
        put(agents, "Missed", counts.missed());
        put(agents, "NonProductive", counts.nonProductive());
    }

    private static void put(ObjectNode agents, String state, int count) {
        agents.putObject(state).put("Count", count);
    }
}
