package org.connectchat.participant;

import org.connectchat.chat.contact.Seat;
import org.connectchat.restjson.Call;
import org.connectchat.restjson.Route;
import org.connectchat.restjson.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;

/**
 * Would stop a customer's signing in: {@code POST /participant/cancel-authentication}. No authentication is ever in
 * progress here, so every session is unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_CancelParticipantAuthentication.html">CancelParticipantAuthentication</a>
 */
@Controller
final class CancelParticipantAuthentication extends ParticipantOperation<CancelParticipantAuthentication.Request> {

    record Request(@Nullable String sessionId) {}

    CancelParticipantAuthentication(Bearer bearer) {
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
