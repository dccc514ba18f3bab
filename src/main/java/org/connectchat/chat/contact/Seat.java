package org.connectchat.chat.contact;

import org.connectchat.chat.ContentTypes;

/** A participant in a contact; a valid token opens a seat. */
public record Seat(Contact contact, Participant participant) {

    /**
     * Whether the participant may send messages of a content type: one that the chat negotiated at its start; agents
     * and custom participants may send interactive messages in every chat, because clients render them (rule A14).
     */
    public boolean maySend(String contentType) {
        return contact.terms().supportedContentTypes().contains(contentType)
                || (participant.role() != ParticipantRole.CUSTOMER && ContentTypes.isInteractive(contentType));
    }
}
