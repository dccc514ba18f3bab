package org.connectchat.auth;

import org.connectchat.restjson.error.AwsException;
import org.connectchat.restjson.error.ErrorType;

/** The errors of signatures. AWS sends them before a call reaches the service, so no model declares them. */
enum AuthError implements ErrorType {
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationTokenException"),
    INCOMPLETE_SIGNATURE("IncompleteSignatureException"),
    UNRECOGNIZED_CLIENT("UnrecognizedClientException"),
    INVALID_SIGNATURE("InvalidSignatureException"),
    EXPIRED_TOKEN("ExpiredTokenException");

    private final String code;

    AuthError(String code) {
        this.code = code;
    }

    AwsException because(String message) {
        return new AwsException(this, message);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public boolean isOfTheGateway() {
        return true;
    }
}
