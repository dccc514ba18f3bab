package org.connectchat.chat.contact;

import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who takes part in a chat.
 *
 * @param id a lower-case UUID, unchanged for the whole chat (rule O1)
 * @param token opens CreateParticipantConnection and nothing else (rule O3)
 * @param clientToken with which CreateParticipant added it, if any
 */
public record Participant(
        String id,
        ParticipantRole role,
        String displayName,
        ParticipantToken token,
        @Nullable String clientToken) {

    /** Without the token and the name, so that neither reaches a log by accident. */
    @Override
    public String toString() {
        return role + " " + id;
    }
}
