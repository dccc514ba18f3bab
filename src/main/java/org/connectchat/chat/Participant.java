package org.connectchat.chat;

/**
 * Somebody who takes part in a chat.
 *
 * @param id a lower-case UUID, unchanged for the whole chat (rule O1)
 * @param token opens CreateParticipantConnection and nothing else (rule O3)
 */
public record Participant(String id, ParticipantRole role, String displayName, ParticipantToken token) {

    /** Without the token and the name, so that neither reaches a log by accident. */
    @Override
    public String toString() {
        return role + " " + id;
    }
}
