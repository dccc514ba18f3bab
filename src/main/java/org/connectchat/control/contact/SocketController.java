package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.control.ResourcePaths;
import org.connectchat.websocket.ChatSockets;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sockets of a chat. */
@RestController
@RequestMapping(ResourcePaths.SOCKETS)
@Tag(name = "faults")
final class SocketController {

    private final Contacts chats;
    private final ChatSockets sockets;

    SocketController(Contacts chats, ChatSockets sockets) {
        this.chats = chats;
        this.sockets = sockets;
    }

    @PostMapping("/drop")
    @Operation(
            operationId = "dropSockets",
            summary = "Cut all sockets of a chat",
            description = "Breaks the connections of all participants without a close frame, as a lost network "
                    + "does. Clients reconnect. Returns how many sockets were open.")
    DroppedSockets drop(@PathVariable String contactId) {
        return new DroppedSockets(sockets.drop(chats.current(contactId)));
    }
}
