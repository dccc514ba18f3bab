package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.media.Schema;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.NewAgent;

/**
 * An agent in a chat.
 *
 * @param contactId the contact that the agent is in
 * @param participantToken opens CreateParticipantConnection for this agent, as an AGENT session of ChatJS does
 */
@Schema(name = "JoinedAgent", description = "An agent in a chat.")
record JoinedAgent(
        @Schema(description = "The contact that the agent is in", example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
        String contactId,

        @Schema(description = "The first contact of the session", example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
        String initialContactId,

        @Schema(
                description = "Names the agent in the paths of the agent calls",
                example = "3c1f5d3e-8f5b-4b43-9f1a-2f6c8f7f0b11")
        String participantId,

        @Schema(description = "The id of the agent, the same in every chat", example = "grace")
        String agentId,

        @Schema(description = "The name that the customer sees", example = "Grace")
        String displayName,

        @Schema(description = "Opens CreateParticipantConnection for this agent, as an AGENT session of ChatJS does")
        String participantToken) {

    static JoinedAgent of(Seat seat, NewAgent newAgent) {
        return new JoinedAgent(
                seat.contact().id(),
                seat.contact().sessionId(),
                seat.participant().id(),
                newAgent.agentId(),
                seat.participant().displayName(),
                seat.participant().token().text());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "JoinedAgent[" + participantId + "]";
    }
}
