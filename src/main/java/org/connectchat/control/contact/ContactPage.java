package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.connectchat.chat.contact.Contact;
import org.jspecify.annotations.Nullable;

/** A page of contacts. */
@Schema(name = "ContactPage", description = "A page of contacts.")
record ContactPage(
        @Schema(description = "The contacts, oldest first") List<ContactView> contacts,

        @Schema(description = "Gets the next page; absent on the last one") @Nullable
        String nextToken) {

    /** The first contacts of those found, at most as many as the limit. */
    static ContactPage of(List<Contact> found, int limit) {
        boolean more = found.size() > limit;
        List<Contact> shown = more ? found.subList(0, limit) : found;
        return new ContactPage(
                shown.stream().map(ContactView::of).toList(),
                more
                        ? ContactCursor.after(Objects.requireNonNull(shown.get(limit - 1)))
                                .text()
                        : null);
    }
}
