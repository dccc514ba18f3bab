package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.ChatPresence;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/agents/{participantId}/leave}. */
@RestController
@Tag(name = "agents")
final class LeaveAsAgent {

    private final Agents agents;
    private final ChatPresence presence;

    LeaveAsAgent(Agents agents, ChatPresence presence) {
        this.agents = agents;
        this.presence = presence;
    }

    @PostMapping("/_emulator/contacts/{contactId}/agents/{participantId}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "leaveAsAgent",
            summary = "Let an agent leave the chat",
            description = "The agent leaves and the chat continues with the other presence.")
    void leave(@PathVariable String contactId, @PathVariable String participantId) {
        presence.disconnect(agents.seat(contactId, participantId));
    }
}
