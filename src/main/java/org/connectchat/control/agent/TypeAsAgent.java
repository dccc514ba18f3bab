package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.control.contact.ItemView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/agents/{participantId}/typing}. */
@RestController
@Tag(name = "agents")
final class TypeAsAgent {

    private final Agents agents;
    private final ChatParticipants participants;

    TypeAsAgent(Agents agents, ChatParticipants participants) {
        this.agents = agents;
        this.participants = participants;
    }

    @PostMapping("/_emulator/contacts/{contactId}/agents/{participantId}/typing")
    @Operation(
            operationId = "sendTypingAsAgent",
            summary = "Show that an agent is typing",
            description = "Sends the typing event to the other participants.")
    ItemView type(@PathVariable String contactId, @PathVariable String participantId) {
        return ItemView.of(participants.announce(agents.seat(contactId, participantId), ChatEvent.TYPING));
    }
}
