package org.connectchat.control.contact;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.connectchat.chat.contact.AgentInfo;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactDetails.QueueInfo;
import org.connectchat.chat.contact.DisconnectReason;
import org.connectchat.chat.contact.InitiationMethod;
import org.connectchat.chat.contact.Lineage;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.Timeline;
import org.connectchat.chat.time.Deadline;
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
        Instant expiresAt,

        @Schema(
                description = "The queue that the contact was last put into; absent if it was in none",
                example = "support")
        @Nullable
        String queueName,

        @Schema(
                description = "The name of the agent that took the contact first; absent if none did",
                example = "Grace")
        @Nullable
        String agentName,

        @Schema(description = "The soonest deadline of the chat, in a list; absent if there is none") @Nullable
        NextDeadline nextDeadline) {

    /** Whether the contact is active. */
    enum State {
        ACTIVE,
        ENDED;

        static State of(Contact contact) {
            return contact.isActive() ? ACTIVE : ENDED;
        }
    }

    /** @param kind what happens then */
    @Schema(name = "NextDeadline", description = "The soonest deadline of a chat.")
    record NextDeadline(
            @Schema(description = "When it is due, on the emulator clock", example = "2026-11-22T15:00:00.795Z")
            Instant at,

            @Schema(description = "What happens then") Deadline.Kind kind) {}

    static ContactView of(Contact contact) {
        return of(contact, null);
    }

    static ContactView of(Contact contact, @Nullable Deadline next) {
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
                contact.expiresAt(),
                queueName(contact),
                agentName(contact),
                next == null ? null : new NextDeadline(next.at(), next.kind()));
    }

    private static @Nullable String queueName(Contact contact) {
        QueueInfo queue = contact.details().queue();
        return queue == null ? null : queue.name();
    }

    private static @Nullable String agentName(Contact contact) {
        AgentInfo agent = contact.agent();
        Participant participant = agent == null ? null : contact.participant(agent.participantId());
        return participant == null ? null : participant.displayName();
    }
}
