package org.connectchat.flow.lex;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * The access key that signs calls of a Lex endpoint: that of AWS's environment variables, or one that local servers accept.
 */
record LexCredentials(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {

    private static final String ANY = "test";

    static LexCredentials of(PropertyResolver environment) {
        String id = environment.getProperty("AWS_ACCESS_KEY_ID");
        String secret = environment.getProperty("AWS_SECRET_ACCESS_KEY");
        return id == null || id.isBlank() || secret == null || secret.isBlank()
                ? new LexCredentials(ANY, ANY, null)
                : new LexCredentials(id, secret, environment.getProperty("AWS_SESSION_TOKEN"));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "LexCredentials[" + accessKeyId + "]";
    }
}
