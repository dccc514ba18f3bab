package org.connectchat.chat.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.memory.MemoryAccount;

/**
 * The contacts of one session as they are saved.
 *
 * @param participants all that are or were in one of the contacts, each once
 * @param contacts oldest first; the last one is active, unless the chat has ended
 */
public record SavedSession(
        String instanceId, ChatTerms terms, List<SavedParticipant> participants, List<SavedContact> contacts) {

    /** Saves the contacts of a session: the earlier ones, oldest first, and the current one. */
    public static SavedSession of(List<Contact> earlier, Contact current) {
        List<Contact> contacts = new ArrayList<>(earlier);
        contacts.add(current);
        Map<String, SavedParticipant> participants = new LinkedHashMap<>();
        for (Contact contact : contacts) {
            for (Participant participant : contact.participants()) {
                if (!participants.containsKey(participant.id())) {
                    participants.put(participant.id(), SavedParticipant.of(participant));
                }
            }
        }
        Contact first = contacts.get(0);
        return new SavedSession(
                first.instanceId(),
                first.terms(),
                List.copyOf(participants.values()),
                contacts.stream().map(SavedContact::of).toList());
    }

    /**
     * The contacts that were saved, oldest first.
     *
     * @param memory the account of their chat, which gets no memory for them
     * @throws StateRefused if they are no session
     */
    public List<Contact> contacts(MemoryAccount memory) {
        StateRefused.unless(!contacts.isEmpty(), "contacts", "must not be empty");
        StateRefused.unless(!terms.duration().isNegative(), "terms.duration", "must not be negative");
        Map<String, Participant> known = known();
        List<Contact> all = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            String place = "contacts[" + i + "]";
            try {
                checkLineage(i);
                all.add(contacts.get(i).contact(instanceId, terms, known, memory));
            } catch (StateRefused refused) {
                throw refused.within(place);
            }
        }
        return List.copyOf(all);
    }

    private Map<String, Participant> known() {
        Map<String, Participant> known = new HashMap<>();
        for (int i = 0; i < participants.size(); i++) {
            SavedParticipant saved = participants.get(i);
            String place = "participants[" + i + "]";
            try {
                StateRefused.unless(
                        known.put(saved.id(), saved.participant()) == null, "id", "must not be that of another one");
            } catch (StateRefused refused) {
                throw refused.within(place);
            }
        }
        return known;
    }

    private void checkLineage(int index) {
        SavedContact contact = contacts.get(index);
        Lineage lineage = contact.lineage();
        boolean isLast = index == contacts.size() - 1;
        StateRefused.unless(
                lineage.initialContactId().equals(contacts.get(0).id()),
                "lineage.initialContactId",
                "must be the id of the first contact");
        StateRefused.unless(
                Objects.equals(
                        lineage.previousContactId(),
                        index == 0 ? null : contacts.get(index - 1).id()),
                "lineage.previousContactId",
                "must be the id of the contact before it");
        StateRefused.unless(
                Objects.equals(
                        lineage.nextContactId(),
                        isLast ? null : contacts.get(index + 1).id()),
                "lineage.nextContactId",
                "must be the id of the contact after it");
        StateRefused.unless(
                isLast || contact.timeline().disconnectedAt() != null,
                "timeline.disconnectedAt",
                "is required of a contact that another one follows");
        StateRefused.unless(
                contact.timeline()
                        .chatStartedAt()
                        .equals(contacts.get(0).timeline().chatStartedAt()),
                "timeline.chatStartedAt",
                "must be that of the first contact");
    }

    /** The memory that the contacts and their participants take, with all that their chat needs until it ends. */
    public static long weight(List<Contact> contacts) {
        Contact first = contacts.get(0);
        long bytes = ContactWeight.of(first);
        List<Participant> seen = new ArrayList<>(List.of(first.customer()));
        for (Contact contact : contacts) {
            bytes += ContactWeight.of(contact.details());
            bytes += contact.equals(first) ? 0 : ContactWeight.ofNext(contact, contact.customer());
            for (Participant participant : contact.participants()) {
                if (!seen.contains(participant)) {
                    seen.add(participant);
                    bytes += ContactWeight.of(participant);
                }
            }
        }
        return bytes;
    }
}
