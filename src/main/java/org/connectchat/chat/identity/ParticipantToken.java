package org.connectchat.chat.identity;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The credential of a participant: opaque, impossible to guess, and of the size and alphabet of the real one (rule O2),
 * so that a client whose storage is too small fails here too.
 *
 * <p>Its secret is 192 bits from a SecureRandom. The rest of the text only gives the token its real shape, a wrapped
 * key and a ciphertext in base64, and is computed from those bits when the text is needed: a token takes 24 bytes of
 * memory instead of 612 characters.
 */
public final class ParticipantToken {

    /** The number of secret bytes of a token. */
    public static final int SECRET_BYTES = 24;

    private static final int TEXT_LENGTH = 612;
    private static final byte[] WRAPPED_KEY_HEADER = {1, 2, 3, 0, 0x78};
    private static final int WRAPPED_KEY_BYTES = 168;
    private static final int WRAPPED_KEY_LENGTH = WRAPPED_KEY_BYTES / 3 * 4;
    private static final int CIPHERTEXT_BYTES = 174;
    private static final int CIPHERTEXT_LENGTH = CIPHERTEXT_BYTES / 3 * 4;
    /** The secret ends within so many characters of the inner text, in whole groups of base64. */
    private static final int INNER_SECRET_END = (WRAPPED_KEY_HEADER.length + SECRET_BYTES + 2) / 3 * 4;
    /** The secret ends within so many characters of the text. */
    private static final int SECRET_END = (INNER_SECRET_END + 2) / 3 * 4;

    private static final byte[] SEPARATOR = {':', ':'};

    private final byte[] secret;

    ParticipantToken(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException("A participant token needs " + SECRET_BYTES + " secret bytes");
        }
        this.secret = secret.clone();
    }

    /** The token as the wire shows it: 612 characters of base64, padding included. */
    public String text() {
        return Base64.getEncoder().encodeToString(inner());
    }

    /** The bytes whose base64 is the text, for a writer that encodes them itself. */
    public ByteBuffer bytes() {
        return ByteBuffer.wrap(inner());
    }

    private byte[] inner() {
        byte[] wrappedKey = new byte[WRAPPED_KEY_BYTES];
        byte[] ciphertext = new byte[CIPHERTEXT_BYTES];
        fill(wrappedKey, ciphertext);
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] inner = new byte[WRAPPED_KEY_LENGTH + SEPARATOR.length + CIPHERTEXT_LENGTH];
        // The encoder writes to the start of an array, so the first part overwrites the second, which has moved by
        // then.
        base64.encode(ciphertext, inner);
        System.arraycopy(inner, 0, inner, WRAPPED_KEY_LENGTH + SEPARATOR.length, CIPHERTEXT_LENGTH);
        base64.encode(wrappedKey, inner);
        System.arraycopy(SEPARATOR, 0, inner, WRAPPED_KEY_LENGTH, SEPARATOR.length);
        return inner;
    }

    /** Parses a text; null unless it is exactly what {@link #text()} writes. */
    public static @Nullable ParticipantToken parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return null;
        }
        try {
            Base64.Decoder base64 = Base64.getDecoder();
            byte[] innerStart = base64.decode(text.substring(0, SECRET_END));
            byte[] keyStart = base64.decode(Arrays.copyOf(innerStart, INNER_SECRET_END));
            ParticipantToken token = new ParticipantToken(
                    Arrays.copyOfRange(keyStart, WRAPPED_KEY_HEADER.length, WRAPPED_KEY_HEADER.length + SECRET_BYTES));
            return token.text().equals(text) ? token : null;
        } catch (IllegalArgumentException e) {
            return null; // not base64, so not a token
        }
    }

    private void fill(byte[] wrappedKey, byte[] ciphertext) {
        new SplittableRandom(seed()).nextBytes(wrappedKey);
        new SplittableRandom(~seed()).nextBytes(ciphertext);
        System.arraycopy(WRAPPED_KEY_HEADER, 0, wrappedKey, 0, WRAPPED_KEY_HEADER.length);
        System.arraycopy(secret, 0, wrappedKey, WRAPPED_KEY_HEADER.length, secret.length);
    }

    /** Eight of the secret bytes; the text shows them anyway, so the filler reveals nothing more. */
    private long seed() {
        long seed = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            seed = (seed << 8) | (secret[i] & 0xff);
        }
        return seed;
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParticipantToken token && MessageDigest.isEqual(secret, token.secret);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seed());
    }

    @Override
    public String toString() {
        return "ParticipantToken[hidden]";
    }
}
