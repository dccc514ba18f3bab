package org.connectchat.control;

import java.time.Instant;
import org.connectchat.chat.Contact;
import org.connectchat.chat.DisconnectReason;
import org.connectchat.chat.InitiationMethod;
import org.connectchat.chat.Lineage;
import org.connectchat.chat.Timeline;
import org.jspecify.annotations.Nullable;

/** A contact in a list. */
record ContactView(
        String contactId,
        String instanceId,
        String contactFlowId,
        State state,
        InitiationMethod initiationMethod,
        String initialContactId,
        @Nullable String previousContactId,
        @Nullable String nextContactId,
        @Nullable String relatedContactId,
        String displayName,
        Instant initiatedAt,
        @Nullable Instant connectedAt,
        @Nullable Instant disconnectedAt,
        @Nullable DisconnectReason disconnectReason,
        Instant expiresAt) {

    /** Whether the contact goes on. */
    enum State {
        ACTIVE,
        ENDED;

        static State of(Contact contact) {
            return contact.isActive() ? ACTIVE : ENDED;
        }
    }

    static ContactView of(Contact contact) {
        Lineage lineage = contact.lineage();
        Timeline timeline = contact.timeline();
        return new ContactView(
                contact.id(),
                contact.instanceId(),
                contact.terms().contactFlowId(),
                State.of(contact),
                contact.initiationMethod(),
                lineage.initialContactId(),
                lineage.previousContactId(),
                lineage.nextContactId(),
                lineage.relatedContactId(),
                contact.customer().displayName(),
                timeline.initiatedAt(),
                timeline.connectedAt(),
                timeline.disconnectedAt(),
                timeline.disconnectReason(),
                contact.expiresAt());
    }
}
