package org.connectchat.participant;

import org.connectchat.chat.contact.Seat;
import org.connectchat.restjson.BearerOperation;
import org.connectchat.restjson.Call;
import org.connectchat.restjson.Target;

/**
 * An operation that a participant calls with a connection token.
 *
 * @param <Q> the request
 */
abstract class ParticipantOperation<Q> extends BearerOperation<Seat, Q> {

    private final Bearer bearer;

    ParticipantOperation(Bearer bearer) {
        this.bearer = bearer;
    }

    Bearer bearer() {
        return bearer;
    }

    @Override
    protected Seat authenticate(Call call) {
        return bearer.byConnectionToken(call);
    }

    @Override
    protected final Target target(Seat seat) {
        return new Target(seat.contact().instanceId(), seat.contact().id());
    }
}
