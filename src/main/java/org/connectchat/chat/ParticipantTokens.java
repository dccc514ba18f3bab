package org.connectchat.chat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Rule O3: whose token is whose, as long as the participant is in an active chat. */
final class ParticipantTokens {

    private final ContactStore contacts;
    private final Map<ParticipantToken, String> contactIds = new ConcurrentHashMap<>();

    ParticipantTokens(ContactStore contacts) {
        this.contacts = contacts;
    }

    void add(Contact contact, Participant participant) {
        contactIds.put(participant.token(), contact.id());
    }

    void remove(Participant participant) {
        contactIds.remove(participant.token());
    }

    /** The seat that a token's text opens, or null if there is no such token or it is no longer valid. */
    @Nullable
    Seat seat(String text) {
        ParticipantToken token = ParticipantToken.parse(text);
        String contactId = token == null ? null : contactIds.get(token);
        Contact contact = contactId == null ? null : contacts.current(contactId);
        if (contact == null || !contact.isActive()) {
            return null;
        }
        return contact.participants().stream()
                .filter(participant -> participant.token().equals(token))
                .findFirst()
                .map(participant -> new Seat(contact, participant))
                .orElse(null);
    }
}
