package org.connectchat.control.agent;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.Agents;
import org.connectchat.chat.participation.ChatParticipants;
import org.connectchat.chat.transcript.ContactInspector;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.contact.ItemView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/agents/{participantId}/receipts}. */
@RestController
@Tag(name = "agents")
final class GiveReceiptAsAgent {

    /** Which receipt. */
    enum Type {
        DELIVERED,
        READ
    }

    @Schema(
            name = "AgentReceiptRequest",
            description = "A receipt of a message.",
            example = "{\"messageId\": \"7d0d4f0e-52c6-4a8b-8b7e-6d3a1c0f9e25\", \"type\": \"READ\"}")
    record Request(
            @Schema(description = "The id of a message in this chat", example = "7d0d4f0e-52c6-4a8b-8b7e-6d3a1c0f9e25")
            @NotNull
            String messageId,

            @Schema(description = "DELIVERED or READ") @NotNull
            Type type) {}

    private final Agents agents;
    private final ChatParticipants participants;
    private final ContactInspector records;

    GiveReceiptAsAgent(Agents agents, ChatParticipants participants, ContactInspector records) {
        this.agents = agents;
        this.participants = participants;
        this.records = records;
    }

    @PostMapping("/_emulator/contacts/{contactId}/agents/{participantId}/receipts")
    @Operation(
            operationId = "sendReceiptAsAgent",
            summary = "Mark a message as delivered to, or read by, an agent",
            description = "Sends a message receipt for a message of another participant. As in AWS, receipts "
                    + "are refused while more than two participants are in the chat.")
    ItemView give(
            @PathVariable String contactId, @PathVariable String participantId, @RequestBody @Valid Request request) {
        Seat seat = agents.seat(contactId, participantId);
        String messageId = Objects.requireNonNull(request.messageId());
        if (!records.hasItem(seat.contact(), messageId)) {
            throw ControlProblem.badField("messageId", "is of no message in this chat");
        }
        return ItemView.of(participants.receipt(seat, messageId, request.type() == Type.READ));
    }
}
