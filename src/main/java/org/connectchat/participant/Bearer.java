package org.connectchat.participant;

import org.connectchat.chat.ChatParticipants;
import org.connectchat.chat.Seat;
import org.connectchat.restjson.AwsException;
import org.connectchat.restjson.Call;
import org.connectchat.restjson.InstanceThrottle;
import org.connectchat.restjson.Route;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds out who calls: {@code X-Amz-Bearer} alone decides, and every problem with it is 403 {@code Access denied}. SigV4
 * headers, which some SDKs send here, mean nothing.
 */
@Component
final class Bearer {

    private final ChatParticipants participants;
    private final InstanceThrottle throttle;

    Bearer(ChatParticipants participants, InstanceThrottle throttle) {
        this.participants = participants;
        this.throttle = throttle;
    }

    /** The seat of a connection token, with a throttling token of its instance taken. */
    Seat byConnectionToken(Call call, Route route) {
        String token = call.header("X-Amz-Bearer");
        return admitted(token == null ? null : participants.byConnectionToken(token), call, route);
    }

    /** The seat of a participant token, with a throttling token of its instance taken. */
    Seat byParticipantToken(Call call, Route route) {
        String token = call.header("X-Amz-Bearer");
        return admitted(token == null ? null : participants.byParticipantToken(token), call, route);
    }

    private Seat admitted(@Nullable Seat seat, Call call, Route route) {
        if (seat == null) {
            throw new AwsException(ParticipantError.ACCESS_DENIED, "Access denied");
        }
        call.concerns(seat.contact().id());
        throttle.admit(call, route, seat.contact().instanceId());
        return seat;
    }
}
