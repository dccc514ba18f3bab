package org.connectchat.chat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
        List<Participant> participants,
        Map<String, String> attributes,
        Timeline timeline) {

    /** The participant for whom the chat was started. */
    public Participant customer() {
        return participants.get(0);
    }

    /** Whether somebody of that id takes part. */
    public boolean hasParticipant(String participantId) {
        return participants.stream().anyMatch(participant -> participant.id().equals(participantId));
    }

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
        return isActive() ? with(participants, attributes, timeline.ended(reason, now)) : this;
    }

    /** Marks the customer of an active contact connected, once. */
    Contact connected(Instant now) {
        return isActive() && timeline.connectedAt() == null
                ? with(participants, attributes, timeline.connected(now))
                : this;
    }

    Contact joinedBy(Participant participant, Instant now) {
        List<Participant> more =
                Stream.concat(participants.stream(), Stream.of(participant)).toList();
        return with(more, attributes, timeline.updated(now));
    }

    Contact leftBy(String participantId, Instant now) {
        List<Participant> rest = participants.stream()
                .filter(participant -> !participant.id().equals(participantId))
                .toList();
        return with(rest, attributes, timeline.updated(now));
    }

    Contact withAttributes(Map<String, String> changed, Instant now) {
        return with(participants, changed, timeline.updated(now));
    }

    private Contact with(List<Participant> newParticipants, Map<String, String> newAttributes, Timeline newTimeline) {
        return new Contact(
                id, instanceId, initiationMethod, lineage, terms, newParticipants, newAttributes, newTimeline);
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
