package org.connectchat.chat.access;

import java.time.Duration;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.ParticipantToken;
import org.connectchat.chat.session.Grant;
import org.jspecify.annotations.Nullable;

/** The connection tokens with which participants call the Participant Service. */
public final class ConnectionTokens {

    /** AWS: a connection token is valid for a day. */
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final ExpiringKeys keys;
    private final IdGenerator ids;

    ConnectionTokens(ExpiringKeys keys, IdGenerator ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** Issues a connection token; it is not valid if the participant has left or the chat has ended. */
    public Credentials issue(Seat seat) {
        ParticipantToken token = ids.of(seat.contact().instanceId()).token();
        return new Credentials(token, keys.add(token, seat, Grant.Kind.CONNECTION_TOKEN, LIFETIME));
    }

    /** The seat that a token opens, or null if there is no such token or it is no longer valid. */
    public @Nullable Seat seat(String text) {
        ParticipantToken token = ParticipantToken.parse(text);
        return token == null ? null : keys.seat(token, Grant.Kind.CONNECTION_TOKEN);
    }
}
