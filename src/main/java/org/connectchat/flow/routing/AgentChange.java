package org.connectchat.flow.routing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of a standing agent; members that are null stay as they are. */
public record AgentChange(
        @Nullable String displayName,
        @Nullable Set<String> queues,
        @Nullable Integer capacity,
        StandingAgent.@Nullable State state,
        @Nullable Boolean autoAccept) {

    /** A change of the state alone. */
    public static AgentChange to(StandingAgent.State state) {
        return new AgentChange(null, null, null, state, null);
    }

    StandingAgent of(StandingAgent agent) {
        return new StandingAgent(
                agent.instanceId(),
                agent.id(),
                displayName == null ? agent.displayName() : displayName,
                queues == null ? agent.queues() : queues,
                capacity == null ? agent.capacity() : capacity,
                state == null ? agent.state() : state,
                autoAccept == null ? agent.autoAccept() : autoAccept);
    }
}
