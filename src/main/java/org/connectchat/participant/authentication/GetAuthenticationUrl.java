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
 * Returns the URL where the customer signs in: {@code POST /participant/authentication-url}. No authentication is ever in
 * progress here, so every session is unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_GetAuthenticationUrl.html">GetAuthenticationUrl</a>
 */
@Component
final class GetAuthenticationUrl extends ParticipantOperation<GetAuthenticationUrl.Request> {

    record Request(@Nullable String sessionId, @Nullable String redirectUri) {}

    GetAuthenticationUrl(BearerAuthentication bearer) {
        super(bearer);
    }

    @Override
    public Route route() {
        return ParticipantRoutes.GET_AUTHENTICATION_URL;
    }

    @Override
    protected Request read(Call call) {
        return call.body(Request.class);
    }

    @Override
    protected Violations check(Seat seat, Request request) {
        Violations violations = ParticipantDialect.violations();
        AuthenticationRules.checkSessionId(request.sessionId(), violations);
        violations.requiredText("RedirectUri", request.redirectUri(), 1, 1_024);
        return violations;
    }

    @Override
    protected Object execute(Seat seat, Request request, Call call) {
        throw AuthenticationRules.noSuchSession();
    }
}
