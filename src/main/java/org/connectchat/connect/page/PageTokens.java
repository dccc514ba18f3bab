package org.connectchat.connect.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Turns positions into the tokens of pages and back. A token is signed with a key of this process, together with what was
 * asked for, so that callers can neither make one nor use it for another request.
 */
public final class PageTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = 16;
    private static final int MAX_CHARACTERS = 1_000;

    private final byte[] key = new byte[KEY_BYTES];

    public PageTokens() {
        new SecureRandom().nextBytes(key);
    }

    /**
     * The token of a position.
     *
     * @param question what was asked for, without the position and the size of the page
     */
    public String text(String question, PagePosition position) {
        byte[] id = position.contactId().getBytes(UTF_8);
        byte[] payload = ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(position.rank())
                .put(id)
                .array();
        byte[] signature = signature(question, payload);
        byte[] token = Arrays.copyOf(payload, payload.length + SIGNATURE_BYTES);
        System.arraycopy(signature, 0, token, payload.length, SIGNATURE_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The position of a token; null if the text is no token of this question. */
    public @Nullable PagePosition position(String question, String token) {
        byte[] bytes = token.length() > MAX_CHARACTERS ? null : decoded(token);
        if (bytes == null || bytes.length < Long.BYTES + SIGNATURE_BYTES) {
            return null;
        }
        byte[] payload = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, payload.length, bytes.length);
        if (!MessageDigest.isEqual(signature, signature(question, payload))) {
            return null;
        }
        ByteBuffer read = ByteBuffer.wrap(payload);
        long rank = read.getLong();
        return new PagePosition(rank, UTF_8.decode(read).toString());
    }

    private static byte @Nullable [] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return null; // not base64
        }
    }

    private byte[] signature(String question, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(question.getBytes(UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JVM has " + ALGORITHM, e);
        }
    }
}
