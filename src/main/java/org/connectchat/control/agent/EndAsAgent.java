package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.participation.Agents;
import org.connectchat.control.contact.ContactDetail;
import org.connectchat.control.contact.ContactDetailReader;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/agents/{participantId}/end}. */
@RestController
@Tag(name = "agents")
final class EndAsAgent {

    private final Agents agents;
    private final Contacts chats;
    private final ContactDetailReader details;

    EndAsAgent(Agents agents, Contacts chats, ContactDetailReader details) {
        this.agents = agents;
        this.chats = chats;
        this.details = details;
    }

    @PostMapping("/_emulator/contacts/{contactId}/agents/{participantId}/end")
    @Operation(
            operationId = "endChatAsAgent",
            summary = "End the chat as an agent",
            description = "Ends the chat with the DisconnectReason AGENT_DISCONNECT.")
    ContactDetail end(@PathVariable String contactId, @PathVariable String participantId) {
        Seat seat = agents.seat(contactId, participantId);
        agents.end(seat);
        return details.of(chats.get(seat.contact().id()));
    }
}
