package org.connectchat.chat.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/** Rule O3: whose token is whose, as long as the participant is in an active chat. */
public final class ParticipantTokens {

    private final ContactStore contacts;
    private final Map<ParticipantToken, String> contactIds = new ConcurrentHashMap<>();

    public ParticipantTokens(ContactStore contacts) {
        this.contacts = contacts;
    }

    public void add(Contact contact, Participant participant) {
        contactIds.put(participant.token(), contact.id());
    }

    public void remove(Participant participant) {
        contactIds.remove(participant.token());
    }

    /** The seat that a token's text opens, or null if there is no such token or it is no longer valid. */
    @Nullable
    public Seat seat(String text) {
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
