package org.connectchat.control;

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
            summary = "Join a chat as an agent",
            description = "At most 6 people are in a chat, the customer included.")
    JoinedAgent join(@PathVariable String contactId, @RequestBody @Valid AgentWish wish) {
        Arrival arrival = wish.toArrival(handles);
        return JoinedAgent.of(agents.join(contactId, arrival), arrival);
    }
}
