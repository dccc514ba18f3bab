package org.connectchat.participant;

import org.connectchat.restjson.Call;
import org.connectchat.restjson.Operation;
import org.connectchat.restjson.Route;
import org.connectchat.restjson.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;

/**
 * Would say where the customer signs in: {@code POST /participant/authentication-url}. No authentication is ever in
 * progress here, so every session is unknown.
 *
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_GetAuthenticationUrl.html">GetAuthenticationUrl</a>
 */
@Controller
final class GetAuthenticationUrl implements Operation {

    record Request(@Nullable String sessionId, @Nullable String redirectUri) {}

    private final Bearer bearer;

    GetAuthenticationUrl(Bearer bearer) {
        this.bearer = bearer;
    }

    @Override
    public Route route() {
        return ParticipantRoutes.GET_AUTHENTICATION_URL;
    }

    @Override
    public Object handle(Call call) {
        bearer.byConnectionToken(call, route());
        Request request = call.body(Request.class);
        Violations violations = ParticipantDialect.violations();
        AuthenticationRules.checkSessionId(request.sessionId(), violations);
        violations.requiredText("RedirectUri", request.redirectUri(), 1, 1_024);
        violations.throwIfAny();
        throw AuthenticationRules.noSuchSession();
    }
}
