package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.ChatContactService;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.chat.transcript.ContactInspector;
import org.connectchat.control.ControlProblem;
import org.connectchat.control.ResourcePaths;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/** The contacts that the emulator keeps: a test lists and reads them, ends their chats and connects their customers. */
@RestController
@RequestMapping(ResourcePaths.CONTACTS)
@Tag(name = "contacts")
final class ContactController {

    private final ChatContactService chats;
    private final Contacts contacts;
    private final ChatPresence presence;
    private final ContactDetailReader details;
    private final ContactInspector inspector;
    private final ContactAwaits awaits;

    ContactController(
            ChatContactService chats,
            Contacts contacts,
            ChatPresence presence,
            ContactDetailReader details,
            ContactInspector inspector,
            ContactAwaits awaits) {
        this.chats = chats;
        this.contacts = contacts;
        this.presence = presence;
        this.details = details;
        this.inspector = inspector;
        this.awaits = awaits;
    }

    @GetMapping
    @Operation(
            operationId = "listContacts",
            summary = "List contacts",
            description = "Lists the contacts that the emulator keeps, active and ended, oldest first. A "
                    + "contact must match every filter that is given.")
    ContactPage list(
            @Valid ContactQuery query,
            @Parameter(description = "At most this many contacts")
                    @RequestParam(defaultValue = "100")
                    @Min(1)
                    @Max(1_000)
                    int limit,
            @Parameter(description = "Continues after the page that returned this token")
                    @RequestParam(required = false)
                    @Nullable
                    String nextToken) {
        ContactCursor cursor = nextToken == null ? null : ContactCursor.parse(nextToken);
        List<Contact> found = contacts.all().stream()
                .filter(contact -> cursor == null || cursor.isBefore(contact))
                .filter(query.filter(contacts))
                .limit(limit + 1L)
                .toList();
        return ContactPage.of(found, limit, inspector);
    }

    @GetMapping("/{contactId}")
    @Operation(
            operationId = "getContact",
            summary = "Read one contact",
            description = "Returns the state of this contact, and the deadlines and the transcript of its whole "
                    + "session. After a transfer the older contacts of the session are ENDED and show the "
                    + "same transcript as the current one.")
    ContactDetail read(@PathVariable String contactId) {
        return details.of(contacts.get(contactId));
    }

    @PostMapping("/{contactId}/end")
    @Operation(
            operationId = "endContact",
            summary = "End the chat of a contact",
            description = "Ends the chat for the reason that the body names, as if it had happened: "
                    + "participants are told and their sockets are closed. 409 if the chat has ended "
                    + "already.")
    ContactDetail end(@PathVariable String contactId, @RequestBody @Valid EndContactRequest request) {
        return details.of(chats.end(contactId, Objects.requireNonNull(request.disconnectReason())));
    }

    @PostMapping("/{contactId}/await")
    @Operation(
            operationId = "awaitContact",
            summary = "Wait for a state of a chat",
            description =
                    "Responds as soon as the chat of the contact is as the body says, at once if it is so already, "
                            + "with 408 when the timeout passes first, and with 409 if the chat ends without it.")
    DeferredResult<ContactDetail> await(
            @PathVariable String contactId,
            @RequestBody @Valid AwaitContactRequest request,
            HttpServletRequest exchange) {
        return awaits.begin(contacts.current(contactId), request, exchange);
    }

    @PostMapping("/{contactId}/connect")
    @Operation(
            operationId = "connectCustomer",
            summary = "Connect the customer without a socket",
            description = "Has the same effect as a subscribed socket of the customer: the connection deadline "
                    + "stops. Use it to test a back end that never opens a socket. 409 if the chat has "
                    + "ended.")
    ContactDetail connect(@PathVariable String contactId) {
        Contact contact = contacts.current(contactId);
        if (!contact.isActive()) {
            throw ControlProblem.conflict("Contact " + contact.id() + " has ended");
        }
        presence.connect(new Seat(contact, contact.customer()));
        return details.of(contacts.get(contact.id()));
    }
}
