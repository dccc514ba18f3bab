package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.control.ControlProblem;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /_emulator/contacts/{contactId}/connect}. */
@RestController
@Tag(name = "contacts")
final class ConnectCustomer {

    private final Contacts chats;
    private final ChatPresence presence;
    private final ContactDetailReader details;

    ConnectCustomer(Contacts chats, ChatPresence presence, ContactDetailReader details) {
        this.chats = chats;
        this.presence = presence;
        this.details = details;
    }

    @PostMapping("/_emulator/contacts/{contactId}/connect")
    @Operation(
            operationId = "connectCustomer",
            summary = "Connect the customer without a socket",
            description = "Has the same effect as a subscribed socket of the customer: the connection deadline "
                    + "stops. Use it to test a back end that never opens a socket. 409 if the chat has "
                    + "ended.")
    ContactDetail connect(@PathVariable String contactId) {
        Contact contact = chats.current(contactId);
        if (!contact.isActive()) {
            throw ControlProblem.conflict("Contact " + contact.id() + " has ended");
        }
        presence.connect(new Seat(contact, contact.customer()));
        return details.of(chats.get(contact.id()));
    }
}
