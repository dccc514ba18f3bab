package org.connectchat.flow.lambda;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * The access key that signs calls of the endpoint (rule F57).
 *
 * @param sessionToken the session token of temporary credentials, or null
 */
record Credentials(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {

    /** Servers such as LocalStack take any key; this one stands for the account 000000000000 there. */
    private static final String DUMMY = "test";

    /** The key of the settings, else that of the variables that all AWS clients know, else a dummy. */
    static Credentials of(LambdaSettings settings, PropertyResolver variables) {
        if (settings.accessKeyId() != null && settings.secretAccessKey() != null) {
            return new Credentials(settings.accessKeyId(), settings.secretAccessKey(), settings.sessionToken());
        }
        String id = variables.getProperty("AWS_ACCESS_KEY_ID", "");
        String secret = variables.getProperty("AWS_SECRET_ACCESS_KEY", "");
        if (id.isBlank() || secret.isBlank()) {
            return new Credentials(DUMMY, DUMMY, null);
        }
        String token = variables.getProperty("AWS_SESSION_TOKEN", "");
        return new Credentials(id, secret, token.isBlank() ? null : token);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "Credentials[" + accessKeyId + "]";
    }
}
