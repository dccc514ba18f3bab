package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.websocket.ChatSockets;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/sockets/drop}: cuts the line to all who take part in a chat. */
@RestController
@Tag(name = "faults")
final class DropSockets {

    /** How many sockets were open. */
    @Schema(name = "DroppedSockets", description = "What was cut.")
    record Dropped(
            @Schema(description = "How many sockets were open", example = "1")
            int dropped) {}

    private final Contacts chats;
    private final ChatSockets sockets;

    DropSockets(Contacts chats, ChatSockets sockets) {
        this.chats = chats;
        this.sockets = sockets;
    }

    @PostMapping("/_emulator/contacts/{contactId}/sockets/drop")
    @Operation(
            operationId = "dropSockets",
            summary = "Cut all sockets of a chat",
            description = "Breaks the connections of all participants without a close frame, as a lost network "
                    + "does. Clients reconnect. Returns how many sockets were open.")
    Dropped drop(@PathVariable String contactId) {
        return new Dropped(sockets.drop(chats.current(contactId)));
    }
}
