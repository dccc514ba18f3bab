package org.connectchat.connect.queue;

import java.util.Arrays;
import java.util.List;
import org.connectchat.flow.queue.Queue;

/**
 * The kind of a queue.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_QueueSummary.html">QueueSummary</a>
 */
enum QueueType {
    STANDARD,
    AGENT;

    static final List<String> NAMES = Arrays.stream(values()).map(Enum::name).toList();

    static QueueType of(Queue queue) {
        return queue.agentQueue() ? AGENT : STANDARD;
    }
}
