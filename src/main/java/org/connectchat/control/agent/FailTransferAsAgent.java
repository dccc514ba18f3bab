package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.participation.Agents;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/agents/{participantId}/transfer/fail}. */
@RestController
@Tag(name = "agents")
final class FailTransferAsAgent {

    private final Agents agents;

    FailTransferAsAgent(Agents agents) {
        this.agents = agents;
    }

    @PostMapping("/_emulator/contacts/{contactId}/agents/{participantId}/transfer/fail")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "failTransferAsAgent",
            summary = "Report a failed transfer",
            description = "Tells this agent alone that its transfer failed. The chat stays as it is.")
    void fail(@PathVariable String contactId, @PathVariable String participantId) {
        agents.failTransfer(agents.seat(contactId, participantId));
    }
}
