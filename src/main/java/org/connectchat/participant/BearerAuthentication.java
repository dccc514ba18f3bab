package org.connectchat.participant;

import org.connectchat.chat.access.ConnectionTokens;
import org.connectchat.chat.access.ParticipantTokens;
import org.connectchat.chat.contact.Seat;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.error.AwsException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Authenticates the caller by {@code X-Amz-Bearer}; every problem with it is 403 {@code Access denied}. SigV4 headers,
 * which some SDKs send here, are ignored.
 */
@Component
public final class BearerAuthentication {

    private final ConnectionTokens connectionTokens;
    private final ParticipantTokens participantTokens;

    BearerAuthentication(ConnectionTokens connectionTokens, ParticipantTokens participantTokens) {
        this.connectionTokens = connectionTokens;
        this.participantTokens = participantTokens;
    }

    /** The seat of a connection token, or 403. */
    Seat byConnectionToken(Call call) {
        String token = call.header("X-Amz-Bearer");
        return admitted(token == null ? null : connectionTokens.seat(token), call);
    }

    /** The seat of a participant token, or 403. */
    public Seat byParticipantToken(Call call) {
        String token = call.header("X-Amz-Bearer");
        return admitted(token == null ? null : participantTokens.seat(token), call);
    }

    private Seat admitted(@Nullable Seat seat, Call call) {
        if (seat == null) {
            throw new AwsException(ParticipantError.ACCESS_DENIED, "Access denied");
        }
        call.setContactId(seat.contact().id());
        return seat;
    }
}
