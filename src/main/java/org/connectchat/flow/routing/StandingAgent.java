package org.connectchat.flow.routing;

import java.util.Set;
import org.connectchat.flow.queue.Queue;
import org.jspecify.annotations.Nullable;

/**
 * An agent who is there without a test that plays it (rule F73).
 *
 * @param instanceId the instance whose contacts alone the agent takes; null if it takes those of every instance
 * @param id the id of the agent
 * @param displayName the name that customers see
 * @param queues the ids of the queues that the agent serves; empty if it serves all. An agent serves its own queue always,
 *     and that of another agent never
 * @param capacity how many chats the agent takes at once
 * @param state whether the agent takes chats
 * @param autoAccept whether the agent joins at once; otherwise a chat is offered
 */
public record StandingAgent(
        @Nullable String instanceId,
        String id,
        String displayName,
        Set<String> queues,
        int capacity,
        State state,
        boolean autoAccept) {

    /** Whether an agent takes chats. */
    public enum State {
        /** It takes chats. */
        AVAILABLE,
        /** It is there and takes no further chats. */
        BUSY,
        /** It is not there. */
        OFFLINE
    }

    public StandingAgent {
        queues = Set.copyOf(queues);
        if (capacity < 0) {
            throw new IllegalArgumentException("The capacity of an agent is 0 or more, not " + capacity);
        }
    }

    /** What tells the agent from all others. */
    public AgentKey key() {
        return new AgentKey(instanceId, id);
    }

    /** Whether the agent serves a queue. */
    public boolean serves(Queue queue) {
        return queue.agentQueue() ? id.equals(queue.id()) : queues.isEmpty() || queues.contains(queue.id());
    }
}
