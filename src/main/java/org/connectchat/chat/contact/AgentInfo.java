package org.connectchat.chat.contact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The agent who joined a contact first.
 *
 * @param id the agent's own id, the same in every chat
 * @param participantId the agent's id as a participant of this chat
 * @param acceptedAt when the agent joined the contact
 * @param connectedAt when the agent connected, null before that
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_AgentInfo.html">AgentInfo</a>
 */
public record AgentInfo(
        String id,
        String participantId,
        Instant acceptedAt,
        @Nullable Instant connectedAt) {

    public AgentInfo connected(Instant now) {
        return connectedAt == null ? new AgentInfo(id, participantId, acceptedAt, now) : this;
    }
}
