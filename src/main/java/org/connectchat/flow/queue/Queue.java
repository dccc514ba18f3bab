package org.connectchat.flow.queue;

import org.jspecify.annotations.Nullable;

/**
 * A queue in which contacts wait for an agent (rule F70).
 *
 * @param id the id; for the queue of an agent, the id of the agent
 * @param name the name
 * @param maximum how many contacts it holds; {@link #NO_MAXIMUM} if only the quota of active chats bounds it
 * @param hoursId its hours of operation; null if it is always open
 * @param agentQueue whether it is the queue of one agent
 * @see <a href="https://docs.aws.amazon.com/connect/latest/adminguide/concepts-queues-standard-and-agent.html">Queues</a>
 */
public record Queue(
        String id, String name, int maximum, @Nullable String hoursId, boolean agentQueue) {

    /** The maximum of a queue that has none. */
    public static final int NO_MAXIMUM = Integer.MAX_VALUE;

    private static final int MAXIMUM_OF_AN_AGENT = 10;

    public Queue {
        if (maximum < 0) {
            throw new IllegalArgumentException("The maximum of a queue is 0 or more, not " + maximum);
        }
    }

    /** A queue named by its id, without maximum and hours. */
    public static Queue named(String id) {
        return new Queue(id, id, NO_MAXIMUM, null, false);
    }

    /** The queue of an agent. */
    public static Queue ofAgent(String agentId) {
        return new Queue(agentId, agentId, MAXIMUM_OF_AN_AGENT, null, true);
    }

    /** The part of its ARN that follows the instance, such as {@code queue/sales} or {@code queue/agent/ada}. */
    public String resource() {
        return (agentQueue ? "queue/agent/" : "queue/") + id;
    }

    /** How many contacts may wait in it. */
    public int capacity(int activeChatsQuota) {
        return maximum == NO_MAXIMUM ? activeChatsQuota : maximum;
    }
}
