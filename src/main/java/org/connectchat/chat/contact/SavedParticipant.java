package org.connectchat.chat.contact;

import org.connectchat.chat.StateRefused;
import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/**
 * A participant as it is saved.
 *
 * @param token the participant token as clients have it, which goes on working
 * @param clientToken the ClientToken of the CreateParticipant call that added it, or null
 */
public record SavedParticipant(
        String id,
        ParticipantRole role,
        String displayName,
        String token,
        @Nullable String clientToken) {

    static SavedParticipant of(Participant participant) {
        return new SavedParticipant(
                participant.id(),
                participant.role(),
                participant.displayName(),
                participant.token().text(),
                participant.clientToken());
    }

    /**
     * The participant that was saved.
     *
     * @throws StateRefused if the token is none
     */
    Participant participant() {
        ParticipantToken known = ParticipantToken.parse(token);
        if (known == null) {
            throw new StateRefused("token", "is no participant token");
        }
        return new Participant(id, role, displayName, known, clientToken);
    }

    /** Without the token and the name. */
    @Override
    public String toString() {
        return role + " " + id;
    }
}
