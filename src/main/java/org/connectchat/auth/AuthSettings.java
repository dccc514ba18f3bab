package org.connectchat.auth;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code emulator.auth.*}: how strictly signatures are checked.
 *
 * @param mode which calls of Amazon Connect are accepted: all, those with a signature, or those with the right
 *     signature
 * @param credentials the access keys that exist; only {@code verify} uses them
 */
@ConfigurationProperties("emulator.auth")
record AuthSettings(
        @DefaultValue("off") Mode mode, @DefaultValue List<@Valid AccessKey> credentials) {

    /** How signatures are checked. */
    enum Mode {
        /** Not at all. */
        OFF,
        /** Each call needs a well-formed signature. */
        REQUIRE,
        /** Each call needs the right signature. */
        VERIFY
    }

    /**
     * An access key.
     *
     * @param sessionToken the session token of temporary credentials; null for a permanent key
     * @param expiresAt the moment from which its calls get ExpiredTokenException, on the real clock
     */
    record AccessKey(
            @NotBlank String accessKeyId,
            @NotBlank String secretAccessKey,
            @Nullable String sessionToken,
            @Nullable Instant expiresAt) {

        /** Without the secrets. */
        @Override
        public String toString() {
            return "AccessKey[" + accessKeyId + "]";
        }
    }

    @AssertTrue(
            message =
                    "credentials must not be empty with emulator.auth.mode=verify: [0].access-key-id, [0].secret-access-key")
    boolean isVerifiable() {
        return mode != Mode.VERIFY || !credentials.isEmpty();
    }
}
