package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.Lineage;
import org.connectchat.chat.contact.Timeline;
import org.jspecify.annotations.Nullable;

/** A contact in a list. */
@Schema(name = "Contact", description = "A contact.")
record ContactView(
        @Schema(description = "The id of the contact", example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
        String contactId,

        @Schema(description = "The instance, by its id", example = "my-instance")
        String instanceId,

        @Schema(description = "The flow, by its id; absent if the chat has none", example = "my-flow") @Nullable
        String contactFlowId,

        @Schema(
                description = "Whether the contact is active; a contact that was transferred is ENDED although its "
                        + "chat continues")
        State state,

        @Schema(description = "How the contact came about") InitiationMethod initiationMethod,

        @Schema(description = "The first contact of the session", example = "af49db70-fd2f-47b5-9e90-0a72d7d0980a")
        String initialContactId,

        @Schema(description = "The contact of the session before this one; absent for the first") @Nullable
        String previousContactId,

        @Schema(description = "The contact in which the chat continues after a transfer") @Nullable
        String nextContactId,

        @Schema(description = "The contact of another chat that this one continues or was started for") @Nullable
        String relatedContactId,

        @Schema(description = "The name of the customer", example = "Ada")
        String displayName,

        @Schema(description = "When the contact was created", example = "2026-11-22T15:00:00.795Z")
        Instant initiatedAt,

        @Schema(
                description = "When the customer connected; absent if that has not happened",
                example = "2026-11-22T15:00:00.795Z")
        @Nullable
        Instant connectedAt,

        @Schema(description = "When the contact ended; absent while it is active") @Nullable
        Instant disconnectedAt,

        @Schema(description = "Why the contact ended; absent while it is active and after a transfer") @Nullable
        DisconnectReason disconnectReason,

        @Schema(description = "When the duration of the chat is over", example = "2026-11-23T16:00:00.795Z")
        Instant expiresAt) {

    /** Whether the contact is active. */
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
