package org.connectchat.participant.authentication;

import org.connectchat.participant.ParticipantError;
import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.Violations;
import org.jspecify.annotations.Nullable;

/** The rule and the error that both operations of customer authentication share. */
final class AuthenticationRules {

    private AuthenticationRules() {}

    static void checkSessionId(@Nullable String sessionId, Violations violations) {
        violations.requiredText("SessionId", sessionId, 36, 36);
    }

    /** A session begins when a flow asks the customer to authenticate, which no flow of the emulator does. */
    static AwsException noSuchSession() {
        return new AwsException(
                ParticipantError.VALIDATION,
                "SessionId: no authentication of that session is in progress in this chat");
    }
}
