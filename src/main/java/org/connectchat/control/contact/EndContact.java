package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/end}. */
@RestController
@Tag(name = "contacts")
final class EndContact {

    @Schema(
            name = "EndContactRequest",
            description = "Why the chat ends.",
            example = "{\"disconnectReason\": \"CUSTOMER_DISCONNECT\"}")
    record Request(
            @Schema(description = "The DisconnectReason that DescribeContact shows afterwards") @NotNull
            DisconnectReason disconnectReason) {}

    private final ChatContactService chats;
    private final ContactDetailReader details;

    EndContact(ChatContactService chats, ContactDetailReader details) {
        this.chats = chats;
        this.details = details;
    }

    @PostMapping("/_emulator/contacts/{contactId}/end")
    @Operation(
            operationId = "endContact",
            summary = "End the chat of a contact",
            description = "Ends the chat for the reason that the body names, as if it had happened: "
                    + "participants are told and their sockets are closed. 409 if the chat has ended "
                    + "already.")
    ContactDetail end(@PathVariable String contactId, @RequestBody @Valid Request request) {
        return details.of(chats.end(contactId, Objects.requireNonNull(request.disconnectReason())));
    }
}
