package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Objects;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.event.ChatEvent;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.chat.transcript.ContactInspector;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.connectchat.control.contact.ItemView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an agent sends into a chat: messages, typing events and receipts. */
@RestController
@RequestMapping(ResourcePaths.AGENT)
@Tag(name = "agents")
final class AgentMessageController {

    private final ConnectedAgents agents;
    private final ChatParticipants participants;
    private final ContactInspector records;
    private final AgentMessageRules rules;

    AgentMessageController(
            ConnectedAgents agents, ChatParticipants participants, ContactInspector records, AgentMessageRules rules) {
        this.agents = agents;
        this.participants = participants;
        this.records = records;
        this.rules = rules;
    }

    @PostMapping("/messages")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "sendMessageAsAgent",
            summary = "Send a message as an agent",
            description =
                    "Sends a message of a content type that the chat supports, or of an interactive one. The content"
                            + " is a string; for JSON content types it may also be the JSON object itself.")
    ItemView send(
            @PathVariable String contactId,
            @PathVariable String participantId,
            @RequestBody @Valid AgentMessageRequest request) {
        Seat seat = agents.seat(contactId, participantId);
        return ItemView.of(participants.send(seat, rules.message(request, seat), null));
    }

    @PostMapping("/typing")
    @Operation(
            operationId = "sendTypingAsAgent",
            summary = "Show that an agent is typing",
            description = "Sends the typing event to the other participants.")
    ItemView showTyping(@PathVariable String contactId, @PathVariable String participantId) {
        return ItemView.of(participants.announce(agents.seat(contactId, participantId), ChatEvent.TYPING));
    }

    @PostMapping("/receipts")
    @Operation(
            operationId = "sendReceiptAsAgent",
            summary = "Mark a message as delivered to, or read by, an agent",
            description = "Sends a message receipt for a message of another participant. As in AWS, receipts "
                    + "are refused while more than two participants are in the chat.")
    ItemView sendReceipt(
            @PathVariable String contactId,
            @PathVariable String participantId,
            @RequestBody @Valid AgentReceiptRequest request) {
        Seat seat = agents.seat(contactId, participantId);
        String messageId = Objects.requireNonNull(request.messageId());
        if (!records.hasItem(seat.contact(), messageId)) {
            throw ControlProblem.badField("messageId", "is not a message of this chat");
        }
        return ItemView.of(participants.receipt(seat, messageId, request.isRead()));
    }
}
