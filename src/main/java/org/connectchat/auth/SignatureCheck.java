package org.connectchat.auth;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.connectchat.auth.AuthSettings.AccessKey;
import org.connectchat.auth.AuthSettings.Mode;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.call.CallInterceptor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Refuses calls of Amazon Connect without the signature that the settings require. */
final class SignatureCheck implements CallInterceptor {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Mode mode;
    private final Map<String, AccessKey> keys = new HashMap<>();
    private final Clock real;

    /**
     * Checks signatures.
     *
     * @param real the real clock, by which clients sign; not the emulator's
     */
    SignatureCheck(AuthSettings settings, Clock real) {
        this.mode = settings.mode();
        this.real = real;
        settings.credentials().forEach(key -> keys.put(key.accessKeyId(), key));
    }

    /** A signature covers the hash of the body. */
    @Override
    public boolean needsBody(Call call) {
        return mode == Mode.VERIFY && call.operation().dialect().isSigned();
    }

    @Override
    public void arrived(Call call) {
        if (mode == Mode.OFF || !call.operation().dialect().isSigned()) {
            return;
        }
        Authorization authorization = Authorization.of(call);
        if (mode == Mode.VERIFY) {
            verify(call, authorization);
        }
    }

    private void verify(Call call, Authorization authorization) {
        Instant now = real.instant();
        AccessKey key = keys.get(authorization.accessKeyId());
        if (key == null || !same(key.sessionToken(), call.header("X-Amz-Security-Token"))) {
            throw AuthError.UNRECOGNIZED_CLIENT.because("The security token included in the request is invalid.");
        }
        if (key.expiresAt() != null && !now.isBefore(key.expiresAt())) {
            throw AuthError.EXPIRED_TOKEN.because("The security token included in the request is expired");
        }
        requireCurrent(authorization.signedAt(), now);
        String expected = Signatures.of(
                call, authorization, AwsCredentialsIdentity.create(key.accessKeyId(), key.secretAccessKey()));
        if (!MessageDigest.isEqual(
                expected.getBytes(US_ASCII), authorization.signature().getBytes(US_ASCII))) {
            throw AuthError.INVALID_SIGNATURE.because(
                    "The request signature we calculated does not match the signature you provided."
                            + " Check your AWS Secret Access Key and signing method.");
        }
    }

    private static boolean same(@Nullable String expected, @Nullable String actual) {
        if (expected == null || actual == null) {
            return expected == null && actual == null;
        }
        return MessageDigest.isEqual(expected.getBytes(UTF_8), actual.getBytes(UTF_8));
    }

    private static void requireCurrent(Instant signedAt, Instant now) {
        if (signedAt.isBefore(now.minus(SKEW))) {
            throw AuthError.INVALID_SIGNATURE.because("Signature expired: " + signedAt + " is now earlier than "
                    + now.minus(SKEW) + " (" + now + " - 5 min.)");
        }
        if (signedAt.isAfter(now.plus(SKEW))) {
            throw AuthError.INVALID_SIGNATURE.because("Signature not yet current: " + signedAt + " is still later than "
                    + now.plus(SKEW) + " (" + now + " + 5 min.)");
        }
    }
}
