package org.connectchat.participant.connection;

import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.participation.ChatPresence;
import org.connectchat.participant.BearerAuthentication;
import org.connectchat.participant.ParticipantDialect;
import org.connectchat.participant.ParticipantOperation;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.connectchat.restjson.operation.NoContent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Leaves the chat: {@code POST /participant/disconnect}. When the customer leaves, the chat ends.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_DisconnectParticipant.html">DisconnectParticipant</a>
 */
@Component
final class DisconnectParticipant extends ParticipantOperation<DisconnectParticipant.Request> {

    record Request(@Nullable String clientToken) {}

    private final ChatPresence presence;

    DisconnectParticipant(BearerAuthentication bearer, ChatPresence presence) {
        super(bearer);
        this.presence = presence;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.DISCONNECT_PARTICIPANT;
    }

    @Override
    protected Request read(Call call) {
        return call.bodyOrEmpty(Request.class);
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        violations.length("ClientToken", request.clientToken(), 0, 500);
        return violations;
    }

    @Override
    protected NoContent execute(Seat seat, Request request, Call call) {
        presence.disconnect(seat);
        return NoContent.RESPONSE;
    }
}
