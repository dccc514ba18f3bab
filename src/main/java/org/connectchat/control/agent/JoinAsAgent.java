package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.NewAgent;
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
    private final IdGenerator ids;

    JoinAsAgent(Agents agents, IdGenerator ids) {
        this.agents = agents;
        this.ids = ids;
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
        NewAgent newAgent = wish.toNewAgent(ids);
        return JoinedAgent.of(agents.join(contactId, newAgent), newAgent);
    }
}
