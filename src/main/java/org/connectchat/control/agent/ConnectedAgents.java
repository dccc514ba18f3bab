package org.connectchat.control.agent;

import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.transcript.ContactInspector;
import org.connectchat.control.ControlProblem;
import org.springframework.stereotype.Component;

/** Finds the agents that may act in a chat: an agent that is only invited has to connect first (rule A13). */
@Component
final class ConnectedAgents {

    private final Agents agents;
    private final ContactInspector inspector;

    ConnectedAgents(Agents agents, ContactInspector inspector) {
        this.agents = agents;
        this.inspector = inspector;
    }

    /**
     * The seat of an agent that has connected.
     *
     * @throws ControlProblem if the agent has not connected
     */
    Seat seat(String contactId, String participantId) {
        Seat seat = agents.seat(contactId, participantId);
        if (!inspector.isPresent(seat.contact(), seat.participant())) {
            throw ControlProblem.conflict("Agent " + seat.participant().id()
                    + " is invited and has not connected: it connects when its participantToken is used for"
                    + " CreateParticipantConnection with ConnectParticipant true, or at once if it joins without"
                    + " \"connect\": false");
        }
        return seat;
    }
}
