package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.connectchat.chat.identity.Ids;
import org.connectchat.chat.participation.NewAgent;
import org.jspecify.annotations.Nullable;

/**
 * The agent that joins a chat.
 *
 * @param displayName the name that the customer sees, 1 to 256 characters
 * @param agentId the agent's own id, as AgentInfo shows it; a new one if absent
 * @param connect whether the agent joins at once (the default), or is invited and joins when its participant token
 *     connects
 */
@Schema(
        name = "AgentRequest",
        description = "The agent that joins.",
        example = "{\"displayName\": \"Grace\", \"agentId\": \"grace\"}")
record AgentRequest(
        @Schema(description = "The name that the customer sees", example = "Grace") @NotNull @Size(min = 1, max = 256)
        String displayName,

        @Schema(
                description = "The id that AgentInfo shows, the same in every chat; a new one if absent",
                example = "grace")
        @Size(min = 1, max = 256)
        @Nullable
        String agentId,

        @Schema(
                description = "false: the agent is invited, and joins when its participantToken is used to connect; "
                        + "true if absent: the agent joins at once",
                example = "true")
        @Nullable
        Boolean connect) {

    NewAgent toNewAgent(Ids ids) {
        return new NewAgent(
                Objects.requireNonNull(displayName),
                agentId == null ? ids.id() : agentId,
                !Boolean.FALSE.equals(connect));
    }
}
