package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import java.util.TreeSet;
import org.connectchat.flow.routing.AgentStatus;
import org.connectchat.flow.routing.StandingAgent;
import org.jspecify.annotations.Nullable;

/** A standing agent with its chats. */
@Schema(name = "StandingAgent", description = "A standing agent with its chats.")
record StandingAgentView(
        @Schema(description = "The id of the agent, which AgentInfo shows", example = "grace")
        String agentId,

        @Schema(
                description = "The instance whose contacts alone the agent takes, by its id; absent if it takes those "
                        + "of all",
                example = "my-instance")
        @Nullable
        String instanceId,

        @Schema(description = "The name that customers see", example = "Grace")
        String displayName,

        @Schema(description = "The queues that the agent serves, by id; all if empty", example = "[\"support\"]")
        Set<String> queues,

        @Schema(description = "How many chats the agent takes at once", example = "1")
        int capacity,

        @Schema(description = "Whether the agent takes chats")
        StandingAgent.State state,

        @Schema(description = "Whether the agent joins at once; otherwise a contact is offered", example = "true")
        boolean autoAccept,

        @Schema(description = "Whether the agent takes a further chat now", example = "true")
        boolean available,

        @Schema(
                description = "Whether the agent rejected, missed or failed to take a contact, and gets none until its "
                        + "state is set to AVAILABLE again",
                example = "false")
        boolean setAside,

        @Schema(description = "The chats of the agent, by the ids of their first contacts")
        Set<String> chats,

        @Schema(description = "The chats that are offered to the agent, or that it is about to join, in the same way")
        Set<String> reserved) {

    static StandingAgentView of(AgentStatus status) {
        StandingAgent agent = status.agent();
        return new StandingAgentView(
                agent.id(),
                agent.instanceId(),
                agent.displayName(),
                new TreeSet<>(agent.queues()),
                agent.capacity(),
                agent.state(),
                agent.autoAccept(),
                status.isAvailable(),
                status.setAside(),
                new TreeSet<>(status.chats()),
                new TreeSet<>(status.reserved()));
    }
}
