package org.connectchat.chat.session;

import java.time.Instant;

/**
 * The access that a key gives.
 *
 * @param until the moment from which on the key is not valid
 */
public record Grant(String participantId, Kind kind, Instant until) {

    /** The kind of a key. A key is valid only where its kind is asked for. */
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
