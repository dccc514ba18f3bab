package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.chat.participation.NewAgent;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.contact.ContactDetail;
import org.connectchat.control.contact.ContactDetailReader;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The agents of a chat that a test plays: they join, leave, transfer the chat and end it. */
@RestController
@RequestMapping(ResourcePaths.AGENTS)
@Tag(name = "agents")
final class AgentController {

    private final Agents agents;
    private final ConnectedAgents connected;
    private final ChatPresence presence;
    private final Contacts contacts;
    private final ContactDetailReader details;
    private final IdGenerator ids;

    AgentController(
            Agents agents,
            ConnectedAgents connected,
            ChatPresence presence,
            Contacts contacts,
            ContactDetailReader details,
            IdGenerator ids) {
        this.agents = agents;
        this.connected = connected;
        this.presence = presence;
        this.contacts = contacts;
        this.details = details;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "joinAsAgent",
            summary = "Let an agent join a chat",
            description = "Adds an agent that you play. The response has the participantId for the other agent "
                    + "calls, and a participantToken for CreateParticipantConnection or an AGENT session of "
                    + "ChatJS. A chat has at most 6 participants, bots not counted.")
    JoinedAgent join(@PathVariable String contactId, @RequestBody @Valid AgentRequest request) {
        NewAgent agent = request.toNewAgent(ids.of(contacts.get(contactId).instanceId()));
        return JoinedAgent.of(agents.join(contactId, agent), agent);
    }

    @PostMapping("/{participantId}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "leaveAsAgent",
            summary = "Let an agent leave the chat",
            description = "The agent leaves and the chat continues with the other participants. An agent that has not "
                    + "connected leaves without an event.")
    void leave(@PathVariable String contactId, @PathVariable String participantId) {
        presence.disconnect(agents.seat(contactId, participantId));
    }

    @PostMapping("/{participantId}/transfer")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "transferAsAgent",
            summary = "Transfer the chat to another agent",
            description = "The chat continues in a new contact of the same session. The customer keeps tokens "
                    + "and sockets, this agent leaves, and the response describes the agent that takes "
                    + "over.")
    JoinedAgent transfer(
            @PathVariable String contactId,
            @PathVariable String participantId,
            @RequestBody @Valid AgentRequest request) {
        Seat seat = connected.seat(contactId, participantId);
        NewAgent agent = request.toNewAgent(ids.of(seat.contact().instanceId()));
        return JoinedAgent.of(agents.transfer(seat, agent), agent);
    }

    @PostMapping("/{participantId}/transfer/fail")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "failTransferAsAgent",
            summary = "Report a failed transfer",
            description = "Tells this agent alone that its transfer failed. The chat stays as it is.")
    void failTransfer(@PathVariable String contactId, @PathVariable String participantId) {
        agents.failTransfer(connected.seat(contactId, participantId));
    }

    @PostMapping("/{participantId}/end")
    @Operation(
            operationId = "endChatAsAgent",
            summary = "End the chat as an agent",
            description = "Ends the chat with the DisconnectReason AGENT_DISCONNECT.")
    ContactDetail end(@PathVariable String contactId, @PathVariable String participantId) {
        Seat seat = connected.seat(contactId, participantId);
        agents.end(seat);
        return details.of(contacts.get(seat.contact().id()));
    }
}
