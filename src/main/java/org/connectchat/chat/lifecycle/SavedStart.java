package org.connectchat.chat.lifecycle;

import java.time.Instant;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/**
 * The result of a start with a ClientToken as it is saved (rule B1).
 *
 * @param participantToken as clients have it
 * @param until the moment from which the ClientToken starts another chat
 */
public record SavedStart(
        String instanceId,
        String clientToken,
        String contactId,
        String participantId,
        String participantToken,
        @Nullable String continuedFrom,
        @Nullable String streamingId,
        Instant until) {

    static SavedStart of(String instanceId, String clientToken, StartedChat started, Instant until) {
        return new SavedStart(
                instanceId,
                clientToken,
                started.contactId(),
                started.participantId(),
                started.participantToken().text(),
                started.continuedFrom(),
                started.streamingId(),
                until);
    }

    /**
     * The result that was saved.
     *
     * @throws StateRefused if the token is none
     */
    StartedChat result() {
        ParticipantToken token = ParticipantToken.parse(participantToken);
        if (token == null) {
            throw new StateRefused("participantToken", "is no participant token");
        }
        return new StartedChat(contactId, participantId, token, continuedFrom, streamingId, false);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "SavedStart[" + contactId + "]";
    }
}
