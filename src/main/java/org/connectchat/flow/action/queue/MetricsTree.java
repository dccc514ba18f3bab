package org.connectchat.flow.action.queue;

import org.connectchat.flow.action.Step;
import org.connectchat.flow.routing.AgentCounts;
import org.connectchat.flow.routing.QueueLines;
import org.connectchat.flow.routing.QueueMetrics;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The root {@code $.Metrics}. Amazon Connect estimates waiting times by what it has seen of a queue; without that the
 * members {@code EstimatedWaitTime} have no value.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/connect-attrib-list.html#attribs-system-metrics-table">Queue
 *     metrics</a>
 */
final class MetricsTree {

    private MetricsTree() {}

    static ObjectNode of(Step step, QueueMetrics metrics, QueueLines lines) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.putObject("Queue")
                .put("Name", metrics.queue().name())
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
        lines.position(step.chat().contact().sessionId())
                .ifPresent(position -> tree.putObject("Contact").put("PositionInQueue", position));
        return tree;
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
