package org.connectchat.flow.state;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standing agents, and how long contacts have waited for an agent.
 *
 * @param agents in the order in which they were added
 * @param waits the lines from which agents have taken contacts, the oldest first
 */
public record SavedRouting(List<Agent> agents, List<Waits> waits) {

    /**
     * A standing agent.
     *
     * @param instanceId the instance whose contacts alone it takes; null if it takes those of every instance
     * @param displayName the name that customers see
     * @param queues the ids of the queues that it serves; empty if it serves all
     * @param setAside whether it gets no contact until its state is set to AVAILABLE again
     * @param turn the lower, the longer the agent is free
     */
    public record Agent(
            @Nullable String instanceId,
            String id,
            String displayName,
            List<String> queues,
            int capacity,
            String state,
            boolean autoAccept,
            boolean setAside,
            long turn) {}

    /**
     * The latest waits of one line.
     *
     * @param times the oldest first
     */
    public record Waits(String instanceId, String queueId, boolean agentQueue, List<Duration> times) {}
}
