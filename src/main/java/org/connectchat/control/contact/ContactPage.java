package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.time.Deadline;
import org.connectchat.chat.transcript.ContactInspector;
import org.jspecify.annotations.Nullable;

/** A page of contacts. */
@Schema(name = "ContactPage", description = "A page of contacts.")
record ContactPage(
        @Schema(description = "The contacts, oldest first") List<ContactView> contacts,

        @Schema(description = "Gets the next page; absent on the last one") @Nullable
        String nextToken) {

    /** The first contacts of those found, at most as many as the limit. */
    static ContactPage of(List<Contact> found, int limit, ContactInspector inspector) {
        boolean more = found.size() > limit;
        List<Contact> shown = more ? found.subList(0, limit) : found;
        Map<String, Deadline> next = inspector.soonestDeadlines(
                shown.stream().filter(Contact::isActive).map(Contact::sessionId).collect(Collectors.toSet()));
        return new ContactPage(
                shown.stream()
                        .map(contact ->
                                ContactView.of(contact, contact.isActive() ? next.get(contact.sessionId()) : null))
                        .toList(),
                more
                        ? ContactCursor.after(Objects.requireNonNull(shown.get(limit - 1)))
                                .text()
                        : null);
    }
}
