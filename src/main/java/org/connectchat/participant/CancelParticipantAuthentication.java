package org.connectchat.participant;

import org.connectchat.restjson.Call;
import org.connectchat.restjson.Operation;
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
final class CancelParticipantAuthentication implements Operation {

    record Request(@Nullable String sessionId) {}

    private final Bearer bearer;

    CancelParticipantAuthentication(Bearer bearer) {
        this.bearer = bearer;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.CANCEL_PARTICIPANT_AUTHENTICATION;
    }

    @Override
    public Object handle(Call call) {
        bearer.byConnectionToken(call, route());
        Request request = call.body(Request.class);
        Violations violations = ParticipantDialect.violations();
        AuthenticationRules.checkSessionId(request.sessionId(), violations);
        violations.throwIfAny();
        throw AuthenticationRules.noSuchSession();
    }
}
