package org.connectchat.participant;

import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.ChatParticipants;
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

    private final ChatParticipants participants;

    BearerAuthentication(ChatParticipants participants) {
        this.participants = participants;
    }

    /** The seat of a connection token, or 403. */
    Seat byConnectionToken(Call call) {
        String token = call.header("X-Amz-Bearer");
        return admitted(token == null ? null : participants.byConnectionToken(token), call);
    }

    /** The seat of a participant token, or 403. */
    public Seat byParticipantToken(Call call) {
        String token = call.header("X-Amz-Bearer");
        return admitted(token == null ? null : participants.byParticipantToken(token), call);
    }

    private Seat admitted(@Nullable Seat seat, Call call) {
        if (seat == null) {
            throw new AwsException(ParticipantError.ACCESS_DENIED, "Access denied");
        }
        call.setContactId(seat.contact().id());
        return seat;
    }
}
