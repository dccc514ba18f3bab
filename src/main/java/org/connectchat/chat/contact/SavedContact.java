package org.connectchat.chat.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.memory.MemoryAccount;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it is saved, without what all contacts of its session share.
 *
 * @param participants the ids of its participants, the customer first
 */
public record SavedContact(
        String id,
        InitiationMethod initiationMethod,
        Lineage lineage,
        List<String> participants,
        Map<String, String> attributes,
        Timeline timeline,
        @Nullable AgentInfo agent,
        List<ChatTimer> timers,
        ContactDetails details) {

    static SavedContact of(Contact contact) {
        return new SavedContact(
                contact.id(),
                contact.initiationMethod(),
                contact.lineage(),
                contact.participants().stream().map(Participant::id).toList(),
                contact.attributes(),
                contact.timeline(),
                contact.agent(),
                contact.timers(),
                contact.details());
    }

    /**
     * The contact that was saved.
     *
     * @param known the participants of its session
     * @throws StateRefused if it names another participant, or breaks a rule of contacts
     */
    Contact contact(String instanceId, ChatTerms terms, Map<String, Participant> known, MemoryAccount memory) {
        StateRefused.unless(
                ContactAttributes.bytes(attributes) <= ContactAttributes.MAXIMUM_BYTES,
                "attributes",
                "must not exceed " + ContactAttributes.MAXIMUM_BYTES + " UTF-8 bytes over all keys and values");
        StateRefused.unless(
                timeline.disconnectReason() == null || timeline.disconnectedAt() != null,
                "timeline.disconnectReason",
                "must be absent while the contact is active");
        return new Contact(
                id,
                instanceId,
                initiationMethod,
                lineage,
                terms,
                present(known),
                Map.copyOf(attributes),
                timeline,
                agent,
                List.copyOf(timers),
                details,
                memory);
    }

    private List<Participant> present(Map<String, Participant> known) {
        List<Participant> present = new ArrayList<>();
        for (int i = 0; i < participants.size(); i++) {
            Participant participant = known.get(participants.get(i));
            StateRefused.unless(
                    participant != null && !present.contains(participant),
                    "participants[" + i + "]",
                    "must be the id of another participant of the chat");
            present.add(participant);
        }
        StateRefused.unless(
                !present.isEmpty() && present.get(0).role() == ParticipantRole.CUSTOMER,
                "participants",
                "must begin with the customer");
        return List.copyOf(present);
    }
}
