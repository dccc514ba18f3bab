package org.connectchat.chat.contact;

import org.connectchat.chat.ContentTypes;

/** A participant in a contact: what a valid token stands for. */
public record Seat(Contact contact, Participant participant) {

    /**
     * Whether the participant may send messages of a content type: those that the chat negotiated at its start, and for
     * agents and custom participants the interactive ones in any chat, as clients render them all the same (rule A14).
     */
    public boolean maySend(String contentType) {
        return contact.terms().supportedContentTypes().contains(contentType)
                || (participant.role() != ParticipantRole.CUSTOMER && ContentTypes.isInteractive(contentType));
    }
}
