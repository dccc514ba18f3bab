package org.connectchat.chat;

import java.time.Instant;
import java.util.Map;

/**
 * A chat contact as it stands at one moment. It never changes: a change makes a new one, which the
 * {@link ContactStore} puts in its place atomically.
 *
 * @see <a href="https://docs.aws.amazon.com/connect/latest/APIReference/API_Contact.html">Contact</a>
 */
public record Contact(
        String id,
        String instanceId,
        InitiationMethod initiationMethod,
        Lineage lineage,
        ChatTerms terms,
        Participant customer,
        Map<String, String> attributes,
        Timeline timeline) {

    public boolean isActive() {
        return timeline.disconnectedAt() == null;
    }

    /** Rule B5: the moment at which the chat's duration is over. */
    public Instant expiresAt() {
        return timeline.initiatedAt().plus(terms.duration());
    }

    /** The moment at which a contact that has ended did so. */
    Instant endedAt() {
        Instant endedAt = timeline.disconnectedAt();
        if (endedAt == null) {
            throw new IllegalStateException(this + " has not ended");
        }
        return endedAt;
    }

    /** Ends an active contact; one that has ended already stays as it is. */
    Contact ended(DisconnectReason reason, Instant now) {
        return isActive() ? with(attributes, timeline.ended(reason, now)) : this;
    }

    Contact withAttributes(Map<String, String> changed, Instant now) {
        return with(changed, timeline.updated(now));
    }

    private Contact with(Map<String, String> newAttributes, Timeline newTimeline) {
        return new Contact(id, instanceId, initiationMethod, lineage, terms, customer, newAttributes, newTimeline);
    }

    /** Two contacts are the same state only if they are one object: comparing every member would cost, and help nobody. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Without attributes, names or tokens. */
    @Override
    public String toString() {
        return "Contact[" + id + (isActive() ? ", active]" : ", " + timeline.disconnectReason() + "]");
    }
}
