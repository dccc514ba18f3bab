package org.connectchat.chat.session;

import java.time.Instant;
import org.connectchat.chat.StateRefused;
import org.connectchat.chat.identity.ParticipantToken;

/**
 * A connection token or a ticket as it is saved.
 *
 * @param key the token or the ticket as clients have it
 */
public record SavedKey(String participantId, Grant.Kind kind, String key, Instant until) {

    static SavedKey of(Object key, Grant grant) {
        String text = key instanceof ParticipantToken token ? token.text() : key.toString();
        return new SavedKey(grant.participantId(), grant.kind(), text, grant.until());
    }

    Grant grant() {
        return new Grant(participantId, kind, until);
    }

    /**
     * The key as the store compares it.
     *
     * @throws StateRefused if it is none of its kind
     */
    Object value() {
        return switch (kind) {
            case TICKET -> key;
            case CONNECTION_TOKEN -> {
                ParticipantToken token = ParticipantToken.parse(key);
                if (token == null) {
                    throw new StateRefused("key", "is no connection token");
                }
                yield token;
            }
            case PARTICIPANT_TOKEN ->
                throw new StateRefused(
                        "kind", "must not be that of a participant token, which is with its participant");
        };
    }

    /** Without the key. */
    @Override
    public String toString() {
        return kind + " of " + participantId;
    }
}
