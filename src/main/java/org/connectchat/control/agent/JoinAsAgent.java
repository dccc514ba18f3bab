package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.chat.Agents;
import org.connectchat.chat.Agents.Arrival;
import org.connectchat.chat.Handles;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/agents}. */
@RestController
@Tag(name = "agents")
final class JoinAsAgent {

    private final Agents agents;
    private final Handles handles;

    JoinAsAgent(Agents agents, Handles handles) {
        this.agents = agents;
        this.handles = handles;
    }

    @PostMapping("/_emulator/contacts/{contactId}/agents")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "joinAsAgent",
            summary = "Let an agent join a chat",
            description = "Adds an agent that you play. The response has the participantId for the other agent "
                    + "calls, and a participantToken for CreateParticipantConnection or an AGENT session of "
                    + "ChatJS. A chat has at most 6 participants, bots not counted.")
    JoinedAgent join(@PathVariable String contactId, @RequestBody @Valid AgentRequest wish) {
        Arrival arrival = wish.toArrival(handles);
        return JoinedAgent.of(agents.join(contactId, arrival), arrival);
    }
}
