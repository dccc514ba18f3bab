package org.connectchat.participant;

import org.connectchat.chat.contact.Seat;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Target;
import org.connectchat.restjson.operation.BearerOperation;

/**
 * An operation that a participant calls with a connection token.
 *
 * @param <Q> the request
 */
public abstract class ParticipantOperation<Q> extends BearerOperation<Seat, Q> {

    private final BearerAuthentication bearer;

    public ParticipantOperation(BearerAuthentication bearer) {
        this.bearer = bearer;
    }

    protected final BearerAuthentication bearer() {
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
