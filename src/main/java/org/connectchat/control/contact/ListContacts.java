package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.lifecycle.Contacts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /_emulator/contacts}. */
@RestController
@Tag(name = "contacts")
final class ListContacts {

    /** @param nextToken gets the next page; null on the last one */
    @Schema(name = "ContactPage", description = "A page of contacts.")
    record Response(
            @Schema(description = "The contacts, oldest first")
            List<ContactView> contacts,

            @Schema(description = "Gets the next page; absent on the last one") @Nullable
            String nextToken) {}

    private final Contacts chats;

    ListContacts(Contacts chats) {
        this.chats = chats;
    }

    @GetMapping("/_emulator/contacts")
    @Operation(
            operationId = "listContacts",
            summary = "List contacts",
            description = "Lists the contacts that the emulator keeps, active and ended, oldest first. A "
                    + "contact must match every filter that is given.")
    Response list(
            @Parameter(description = "Contacts of this instance, by its id") @RequestParam(required = false) @Nullable
                    String instanceId,
            @Parameter(description = "Contacts in this state") @RequestParam(required = false)
                    ContactView.@Nullable State state,
            @Parameter(description = "Contacts that ended for this reason") @RequestParam(required = false) @Nullable
                    DisconnectReason disconnectReason,
            @Parameter(description = "All contacts of the session that this contact belongs to")
                    @RequestParam(required = false)
                    @Nullable
                    String contactId,
            @Parameter(description = "All contacts of the session that began with this contact")
                    @RequestParam(required = false)
                    @Nullable
                    String initialContactId,
            @Parameter(description = "Contacts whose customer has this name") @RequestParam(required = false) @Nullable
                    String displayName,
            @Parameter(description = "At most this many contacts")
                    @RequestParam(defaultValue = "100")
                    @Min(1)
                    @Max(1_000)
                    int limit,
            @Parameter(description = "Continues after the page that returned this token")
                    @RequestParam(required = false)
                    @Nullable
                    String nextToken) {
        String sessionId = contactId == null ? null : chats.sessionId(contactId);
        Predicate<Contact> wanted = contact -> (instanceId == null
                        || contact.instanceId().equals(instanceId))
                && (state == null || ContactView.State.of(contact) == state)
                && (disconnectReason == null || contact.timeline().disconnectReason() == disconnectReason)
                && (contactId == null || contact.sessionId().equals(sessionId))
                && (initialContactId == null || contact.sessionId().equals(initialContactId))
                && (displayName == null || contact.customer().displayName().equals(displayName));
        ContactCursor cursor = nextToken == null ? null : ContactCursor.parse(nextToken);
        List<Contact> page = chats.all().stream()
                .filter(contact -> cursor == null || cursor.isBefore(contact))
                .filter(wanted)
                .limit(limit + 1L)
                .toList();
        boolean more = page.size() > limit;
        List<Contact> shown = more ? page.subList(0, limit) : page;
        return new Response(
                shown.stream().map(ContactView::of).toList(),
                more
                        ? ContactCursor.after(Objects.requireNonNull(shown.get(limit - 1)))
                                .text()
                        : null);
    }
}
