package org.connectchat.chat.session;

import java.time.Instant;
import org.connectchat.chat.contact.Seat;
import org.jspecify.annotations.Nullable;

/**
 * What a key opens.
 *
 * @param until the moment from which on it opens nothing
 */
public record Grant(Chat chat, String participantId, Kind kind, Instant until) {

    /** What kind of key; one of another kind opens nothing. */
    public enum Kind {
        /** From the start of a chat, or CreateParticipant; valid as long as the participant is in the chat. */
        PARTICIPANT_TOKEN,
        /** From CreateParticipantConnection. */
        CONNECTION_TOKEN,
        /** From the URL of a WebSocket. */
        TICKET
    }

    /** The seat that it opens as a key of this kind at this moment, or null. */
    public @Nullable Seat seat(Kind wanted, Instant now) {
        return kind == wanted && now.isBefore(until) ? chat.seat(participantId) : null;
    }
}
