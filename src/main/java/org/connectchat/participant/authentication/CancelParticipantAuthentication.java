package org.connectchat.participant.authentication;

import org.connectchat.chat.contact.Seat;
import org.connectchat.participant.BearerAuthentication;
import org.connectchat.participant.ParticipantDialect;
import org.connectchat.participant.ParticipantOperation;
import org.connectchat.participant.ParticipantRoutes;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.Route;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Cancels the sign-in of a customer: {@code POST /participant/cancel-authentication}. No authentication is ever in
 * progress here, so every session is unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_CancelParticipantAuthentication.html">CancelParticipantAuthentication</a>
 */
@Component
final class CancelParticipantAuthentication extends ParticipantOperation<CancelParticipantAuthentication.Request> {

    record Request(@Nullable String sessionId) {}

    CancelParticipantAuthentication(BearerAuthentication bearer) {
        super(bearer);
    }

    @Override
    public Route route() {
        return ParticipantRoutes.CANCEL_PARTICIPANT_AUTHENTICATION;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        AuthenticationRules.checkSessionId(request.sessionId(), violations);
        return violations;
    }

    @Override
    protected Object execute(Seat seat, Request request, Call call) {
        throw AuthenticationRules.noSuchSession();
    }
}
