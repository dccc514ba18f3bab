package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.control.contact.ItemView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/agents/{participantId}/messages}. */
@RestController
@Tag(name = "agents")
final class SendAsAgent {

    private final Agents agents;
    private final ChatParticipants participants;
    private final AgentMessageRules messages;

    SendAsAgent(Agents agents, ChatParticipants participants, AgentMessageRules messages) {
        this.agents = agents;
        this.participants = participants;
        this.messages = messages;
    }

    @PostMapping("/_emulator/contacts/{contactId}/agents/{participantId}/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "sendMessageAsAgent",
            summary = "Send a message as an agent",
            description =
                    "Sends a message of a content type that the chat supports, or of an interactive one. The content is a string; "
                            + "for JSON content types it may also be the JSON object itself.")
    ItemView send(
            @PathVariable String contactId,
            @PathVariable String participantId,
            @RequestBody @Valid AgentMessageRules.Request request) {
        Seat seat = agents.seat(contactId, participantId);
        return ItemView.of(participants.send(seat, messages.checked(request, seat), null));
    }
}
