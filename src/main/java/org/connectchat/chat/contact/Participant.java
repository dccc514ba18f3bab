package org.connectchat.chat.contact;

import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/**
 * A customer, an agent or a bot in a chat.
 *
 * @param id a lower-case UUID, unchanged for the whole chat (rule O1)
 * @param token opens CreateParticipantConnection and nothing else (rule O3)
 * @param clientToken the ClientToken of the CreateParticipant call that added it, or null
 */
public record Participant(
        String id,
        ParticipantRole role,
        String displayName,
        ParticipantToken token,
        @Nullable String clientToken) {

    /** Without the token and the name, so that neither reaches a log. */
    @Override
    public String toString() {
        return role + " " + id;
    }
}
