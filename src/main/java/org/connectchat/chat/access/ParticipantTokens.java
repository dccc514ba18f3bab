package org.connectchat.chat.access;

import java.time.Instant;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.identity.ParticipantToken;
import org.connectchat.chat.session.ChatStore;
import org.connectchat.chat.session.Grant;
import org.jspecify.annotations.Nullable;

/** Rule O3: finds the participant of a token, as long as the participant is in an active chat. */
public final class ParticipantTokens {

    private final ChatStore chats;

    ParticipantTokens(ChatStore chats) {
        this.chats = chats;
    }

    /** The seat that a token opens, or null if there is no such token or it is no longer valid. */
    public @Nullable Seat seat(String text) {
        ParticipantToken token = ParticipantToken.parse(text);
        return token == null ? null : seat(token);
    }

    /** The seat that a token opens, or null if it is no longer valid. */
    public @Nullable Seat seat(ParticipantToken token) {
        return chats.seat(token, Grant.Kind.PARTICIPANT_TOKEN, instanceId -> Instant.MIN);
    }
}
