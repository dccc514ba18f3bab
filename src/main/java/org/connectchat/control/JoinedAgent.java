package org.connectchat.control;

import org.connectchat.chat.Agents.Arrival;
import org.connectchat.chat.Seat;

/**
 * An agent in a chat.
 *
 * @param contactId the contact that the agent is in
 * @param participantToken opens CreateParticipantConnection for this agent, as an AGENT session of ChatJS does
 */
record JoinedAgent(
        String contactId,
        String initialContactId,
        String participantId,
        String agentId,
        String displayName,
        String participantToken) {

    static JoinedAgent of(Seat seat, Arrival arrival) {
        return new JoinedAgent(
                seat.contact().id(),
                seat.contact().sessionId(),
                seat.participant().id(),
                arrival.agentId(),
                seat.participant().displayName(),
                seat.participant().token().text());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "JoinedAgent[" + participantId + "]";
    }
}
