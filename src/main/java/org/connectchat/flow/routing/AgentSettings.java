package org.connectchat.flow.routing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A standing agent in the settings.
 *
 * @param id the id of the agent
 * @param displayName the name that customers see; the id if absent
 * @param queues the queues that the agent serves, by id, ARN or name; all if there is no list
 * @param capacity how many chats the agent takes at once
 * @param state whether the agent takes chats
 * @param autoAccept whether the agent joins at once; otherwise a chat is offered
 */
public record AgentSettings(
        @NotNull @Size(min = 1, max = 256) String id,
        @Size(min = 1, max = 256) String displayName,

        @DefaultValue @Size(max = 1000) List<@NotNull @Size(min = 1, max = 500) String> queues,

        @DefaultValue("1") @Positive int capacity,
        @DefaultValue("AVAILABLE") StandingAgent.State state,
        @DefaultValue("true") boolean autoAccept) {

    public AgentSettings {
        displayName = displayName == null ? id : displayName;
        queues = queues == null ? List.of() : queues;
    }

    /**
     * The agent that it describes.
     *
     * @param queueId the id of the queue that a text refers to
     */
    StandingAgent toAgent(UnaryOperator<String> queueId) {
        return new StandingAgent(
                null,
                id,
                displayName,
                queues.stream().map(queueId).collect(Collectors.toUnmodifiableSet()),
                capacity,
                state,
                autoAccept);
    }
}
