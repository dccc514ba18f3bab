package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.connectchat.chat.lifecycle.Contacts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /_emulator/contacts/{contactId}}. */
@RestController
@Tag(name = "contacts")
final class ReadContact {

    private final Contacts chats;
    private final ContactDetailReader details;

    ReadContact(Contacts chats, ContactDetailReader details) {
        this.chats = chats;
        this.details = details;
    }

    @GetMapping("/_emulator/contacts/{contactId}")
    @Operation(
            operationId = "getContact",
            summary = "Read one contact",
            description = "Returns the state of this contact, and the deadlines and the transcript of its whole "
                    + "session. After a transfer the older contacts of the session are ENDED and show the "
                    + "same transcript as the current one.")
    ContactDetail read(@PathVariable String contactId) {
        return details.of(chats.get(contactId));
    }
}
