package org.connectchat.chat.contact;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * The immutable state of a contact. A change makes a new object, which replaces this one in its chat.
 * A chat is a session of one contact, or of several if it is handed over from agent to agent.
 *
 * @param agent the agent who joined the contact first, or null
 * @param timers the chat timers that UpdateParticipantRoleConfig set; they take effect when the next agent connects
 * @param details what flows and operations have set; {@link ContactDetails#NONE} if nothing is
 * @param memory the account of the memory that the chat has taken; all contacts of a session share it
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
        Timeline timeline,
        @Nullable AgentInfo agent,
        List<ChatTimer> timers,
        ContactDetails details,
        MemoryAccount memory) {

    /** The customer of the chat. */
    public Participant customer() {
        return participants.get(0);
    }

    /** Whether the contact has a participant of this id. */
    public boolean hasParticipant(String participantId) {
        return participant(participantId) != null;
    }

    /** The participant of this id, or null. */
    public @Nullable Participant participant(String participantId) {
        for (Participant participant : participants) {
            if (participant.id().equals(participantId)) {
                return participant;
            }
        }
        return null;
    }

    public boolean isActive() {
        return timeline.disconnectedAt() == null;
    }

    /** Whether it ended because another contact of the session took the chat over. */
    boolean isHandedOver() {
        return lineage.nextContactId() != null;
    }

    /** The id of the session, which is the id of its first contact. */
    public String sessionId() {
        return lineage.initialContactId();
    }

    /** The CustomerId that a flow has set, or that of the request, or null. */
    public @Nullable String customerId() {
        return details.customerId() == null ? terms.customerId() : details.customerId();
    }

    /** The segment attributes of the start with those that were set since. */
    public Map<String, SegmentAttributeValue> segmentAttributes() {
        if (details.segmentAttributes().isEmpty()) {
            return terms.segmentAttributes();
        }
        Map<String, SegmentAttributeValue> all = new HashMap<>(terms.segmentAttributes());
        all.putAll(details.segmentAttributes());
        return all;
    }

    /** Rule B5: the moment at which the chat's duration is over. */
    public Instant expiresAt() {
        return timeline.chatStartedAt().plus(terms.duration());
    }

    /** The moment at which this contact ended. */
    public Instant endedAt() {
        Instant endedAt = timeline.disconnectedAt();
        if (endedAt == null) {
            throw new IllegalStateException(this + " has not ended");
        }
        return endedAt;
    }

    /** Ends an active contact; a contact that has ended stays as it is. */
    public Contact ended(@Nullable DisconnectReason reason, Instant now) {
        return isActive() ? with(timeline.ended(reason, now)) : this;
    }

    /** Marks the customer of an active contact connected, once. */
    public Contact connected(Instant now) {
        return isActive() && timeline.connectedAt() == null ? with(timeline.connected(now)) : this;
    }

    public Contact joinedBy(Participant participant, Instant now) {
        List<Participant> more =
                Stream.concat(participants.stream(), Stream.of(participant)).toList();
        return with(lineage, more, attributes, timeline.updated(now), agent, timers, details);
    }

    public Contact takenBy(AgentInfo newAgent) {
        return with(lineage, participants, attributes, timeline, newAgent, timers, details);
    }

    /** This contact without its agent, if that is this participant, who has left before it connected. */
    public Contact givenUpBy(String participantId) {
        return agent != null && agent.participantId().equals(participantId)
                ? with(lineage, participants, attributes, timeline, null, timers, details)
                : this;
    }

    public Contact leftBy(String participantId, Instant now) {
        return with(lineage, without(participantId), attributes, timeline.updated(now), agent, timers, details);
    }

    public Contact withAttributes(Map<String, String> changed, Instant now) {
        return with(lineage, participants, changed, timeline.updated(now), agent, timers, details);
    }

    public Contact withTimers(List<ChatTimer> changes, Instant now) {
        return with(
                lineage,
                participants,
                attributes,
                timeline.updated(now),
                agent,
                ChatTimer.changed(timers, changes),
                details);
    }

    public Contact withDetails(ContactDetails changed, Instant now) {
        return with(lineage, participants, attributes, timeline.updated(now), agent, timers, changed);
    }

    /** This contact, which from now on continues an ended one (rule B7). */
    public Contact continuing(Contact source, Instant now) {
        Lineage continued = lineage.withSource(source.lineage, source.id);
        return with(continued, participants, attributes, timeline.updated(now), agent, timers, details);
    }

    /** This contact, ended because the next one has taken the chat over. */
    public Contact handedOver(String nextContactId, Instant now) {
        return handedOver(nextContactId, null, now);
    }

    /** This contact, ended for a reason though the chat goes on in the next one. */
    public Contact handedOver(String nextContactId, @Nullable DisconnectReason reason, Instant now) {
        return with(
                lineage.followedBy(nextContactId),
                participants,
                attributes,
                timeline.ended(reason, now),
                agent,
                timers,
                details);
    }

    /** The contact that takes the chat over, with all participants but the one who hands it over. */
    public Contact next(String nextContactId, String leavingId, Participant taking, AgentInfo newAgent, Instant now) {
        List<Participant> staying =
                Stream.concat(without(leavingId).stream(), Stream.of(taking)).toList();
        return next(nextContactId, InitiationMethod.TRANSFER, staying, newAgent, now);
    }

    /** The contact that takes the chat over without an agent, with these participants. */
    public Contact next(String nextContactId, InitiationMethod method, List<Participant> staying, Instant now) {
        return next(nextContactId, method, staying, null, now);
    }

    private Contact next(
            String nextContactId,
            InitiationMethod method,
            List<Participant> staying,
            @Nullable AgentInfo newAgent,
            Instant now) {
        return new Contact(
                nextContactId,
                instanceId,
                method,
                Lineage.following(lineage, id),
                terms,
                staying,
                attributes,
                timeline.handedOver(now),
                newAgent,
                timers,
                details.withQueue(null),
                memory);
    }

    private List<Participant> without(String participantId) {
        return participants.stream()
                .filter(participant -> !participant.id().equals(participantId))
                .toList();
    }

    private Contact with(Timeline newTimeline) {
        return with(lineage, participants, attributes, newTimeline, agent, timers, details);
    }

    private Contact with(
            Lineage newLineage,
            List<Participant> newParticipants,
            Map<String, String> newAttributes,
            Timeline newTimeline,
            @Nullable AgentInfo newAgent,
            List<ChatTimer> newTimers,
            ContactDetails newDetails) {
        return new Contact(
                id,
                instanceId,
                initiationMethod,
                newLineage,
                terms,
                newParticipants,
                newAttributes,
                newTimeline,
                newAgent,
                newTimers,
                newDetails,
                memory);
    }

    /** Contacts are compared by identity. */
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
