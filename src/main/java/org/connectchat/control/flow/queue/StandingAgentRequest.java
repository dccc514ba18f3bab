package org.connectchat.control.flow.queue;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.FieldProblem;
import org.connectchat.flow.queue.KnownQueues;
import org.connectchat.flow.queue.Queue;
import org.connectchat.flow.routing.AgentChange;
import org.connectchat.flow.routing.AgentKey;
import org.connectchat.flow.routing.StandingAgent;
import org.jspecify.annotations.Nullable;

/** A standing agent, or changes to one. */
@Schema(
        name = "StandingAgentRequest",
        description = "A standing agent, or changes to one.",
        example = "{\"displayName\": \"Grace\", \"queues\": [\"support\"], \"capacity\": 2, \"state\": \"AVAILABLE\"}")
record StandingAgentRequest(
        @Schema(description = "The name that customers see; the id if absent", example = "Grace")
        @Size(min = 1, max = 256)
        @Nullable
        String displayName,

        @Schema(
                description = "The queues that the agent serves, by id, ARN or name; all if empty or absent",
                example = "[\"support\"]")
        @Size(max = 1000)
        @Nullable
        List<@NotNull @Size(min = 1, max = 500) String> queues,

        @Schema(description = "How many chats the agent takes at once; 1 if absent", example = "1")
        @Min(1)
        @Max(1_000)
        @Nullable
        Integer capacity,

        @Schema(description = "Whether the agent takes chats; AVAILABLE if absent")
        StandingAgent.@Nullable State state,

        @Schema(
                description = "Whether the agent joins at once; false offers it contacts, which it accepts within 20 "
                        + "seconds; true if absent",
                example = "true")
        @Nullable
        Boolean autoAccept) {

    StandingAgent toAgent(AgentKey agent, KnownQueues known) {
        return new StandingAgent(
                agent.instanceId(),
                agent.id(),
                Objects.requireNonNullElse(displayName, agent.id()),
                Objects.requireNonNullElse(queueIds(known), Set.of()),
                Objects.requireNonNullElse(capacity, 1),
                Objects.requireNonNullElse(state, StandingAgent.State.AVAILABLE),
                !Boolean.FALSE.equals(autoAccept));
    }

    AgentChange toChange(KnownQueues known) {
        return new AgentChange(displayName, queueIds(known), capacity, state, autoAccept);
    }

    private @Nullable Set<String> queueIds(KnownQueues known) {
        if (queues == null) {
            return null;
        }
        Set<String> ids = new LinkedHashSet<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < queues.size(); i++) {
            Queue queue = known.find(queues.get(i));
            if (queue == null) {
                problems.add(new FieldProblem("queues[" + i + "]", "must be a queue that exists, by id, ARN or name"));
            } else {
                ids.add(queue.id());
            }
        }
        if (!problems.isEmpty()) {
            throw ControlProblem.badFields(problems);
        }
        return ids;
    }
}
