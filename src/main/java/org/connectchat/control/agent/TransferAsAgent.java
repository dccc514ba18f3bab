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

/** {@code POST /_emulator/contacts/{contactId}/agents/{participantId}/transfer}. */
@RestController
@Tag(name = "agents")
final class TransferAsAgent {

    private final Agents agents;
    private final IdGenerator ids;

    TransferAsAgent(Agents agents, IdGenerator ids) {
        this.agents = agents;
        this.ids = ids;
    }

    @PostMapping("/_emulator/contacts/{contactId}/agents/{participantId}/transfer")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "transferAsAgent",
            summary = "Transfer the chat to another agent",
            description = "The chat continues in a new contact of the same session. The customer keeps tokens "
                    + "and sockets, this agent leaves, and the response describes the agent that takes "
                    + "over.")
    JoinedAgent transfer(
            @PathVariable String contactId, @PathVariable String participantId, @RequestBody @Valid AgentRequest wish) {
        NewAgent newAgent = wish.toNewAgent(ids);
        return JoinedAgent.of(agents.transfer(agents.seat(contactId, participantId), newAgent), newAgent);
    }
}
