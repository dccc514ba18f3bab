package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.function.Predicate;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.lifecycle.Contacts;
import org.connectchat.control.Criterion;
import org.connectchat.control.InstanceId;
import org.jspecify.annotations.Nullable;

/** The contacts that a caller asks for. A member that is null admits every contact. */
record ContactQuery(
        @Parameter(description = "Contacts of this instance, by its id") @InstanceId @Nullable
        String instanceId,

        @Parameter(description = "Contacts in this state") ContactView.@Nullable State state,

        @Parameter(description = "Contacts that ended for this reason") @Nullable
        DisconnectReason disconnectReason,

        @Parameter(description = "All contacts of the session that this contact belongs to") @Nullable
        String contactId,

        @Parameter(description = "All contacts of the session that began with this contact") @Nullable
        String initialContactId,

        @Parameter(description = "Contacts whose customer has this name") @Nullable
        String displayName) {

    Predicate<Contact> filter(Contacts contacts) {
        String sessionId = contactId == null ? null : contacts.sessionId(contactId);
        return contact -> Criterion.matches(instanceId, contact.instanceId())
                && (state == null || ContactView.State.of(contact) == state)
                && (disconnectReason == null || contact.timeline().disconnectReason() == disconnectReason)
                && (contactId == null || contact.sessionId().equals(sessionId))
                && Criterion.matches(initialContactId, contact.sessionId())
                && Criterion.matches(displayName, contact.customer().displayName());
    }
}
