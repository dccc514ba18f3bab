package org.connectchat.chat.session;

import java.time.Instant;

/**
 * What a key opens.
 *
 * @param until the moment from which on it opens nothing
 */
public record Grant(String participantId, Kind kind, Instant until) {

    /** What kind of key; one of another kind opens nothing. */
    public enum Kind {
        /** From the start of a chat, or CreateParticipant; valid as long as the participant is in the chat. */
        PARTICIPANT_TOKEN,
        /** From CreateParticipantConnection. */
        CONNECTION_TOKEN,
        /** From the URL of a WebSocket. */
        TICKET
    }

    /** Whether a key of this kind opens the seat at this moment. */
    boolean isGood(Kind wanted, Instant now) {
        return kind == wanted && now.isBefore(until);
    }
}
