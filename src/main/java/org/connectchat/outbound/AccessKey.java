package org.connectchat.outbound;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertyResolver;

/**
 * The access key that signs calls of an AWS endpoint.
 *
 * @param sessionToken the session token of temporary credentials, or null
 */
public record AccessKey(
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {

    /** Servers such as LocalStack take any key; this one stands for the account 000000000000 there. */
    private static final AccessKey DUMMY = new AccessKey("test", "test", null);

    /** The key of the environment variables that all AWS clients know, else a dummy that local servers take. */
    public static AccessKey of(PropertyResolver variables) {
        String id = variables.getProperty("AWS_ACCESS_KEY_ID", "");
        String secret = variables.getProperty("AWS_SECRET_ACCESS_KEY", "");
        if (id.isBlank() || secret.isBlank()) {
            return DUMMY;
        }
        String token = variables.getProperty("AWS_SESSION_TOKEN", "");
        return new AccessKey(id, secret, token.isBlank() ? null : token);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "AccessKey[" + accessKeyId + "]";
    }
}
