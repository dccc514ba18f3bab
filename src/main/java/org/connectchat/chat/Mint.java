package org.connectchat.chat;

import java.util.Base64;
import java.util.Random;
import java.util.UUID;

/** The one place where contact ids, participant ids and tokens come from. Its bits are a SecureRandom's. */
final class Mint {

    private final Random random;

    Mint(Random random) {
        this.random = random;
    }

    /** The ids and the token of a new chat, from one draw: a SecureRandom is costly per call, not per byte. */
    NewChat chat() {
        byte[] bits = new byte[2 * 16 + ParticipantToken.SECRET_BYTES];
        random.nextBytes(bits);
        byte[] secret = new byte[ParticipantToken.SECRET_BYTES];
        System.arraycopy(bits, 32, secret, 0, secret.length);
        return new NewChat(uuid(bits, 0), uuid(bits, 16), new ParticipantToken(secret));
    }

    record NewChat(String contactId, String participantId, ParticipantToken token) {}

    /** An id of an item, a participant or an attachment. */
    String id() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return uuid(bits, 0);
    }

    ParticipantToken token() {
        byte[] secret = new byte[ParticipantToken.SECRET_BYTES];
        random.nextBytes(secret);
        return new ParticipantToken(secret);
    }

    /** A handle for a URL, as hard to guess as a token. */
    String handle() {
        byte[] bits = new byte[ParticipantToken.SECRET_BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static String uuid(byte[] bits, int from) {
        long high = (longAt(bits, from) & ~0xf000L) | 0x4000L;
        long low = (longAt(bits, from + 8) & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static long longAt(byte[] bits, int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = (value << 8) | (bits[i] & 0xff);
        }
        return value;
    }
}
