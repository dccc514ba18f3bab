package org.connectchat.chat.identity;

import java.util.Base64;
import java.util.UUID;

/** Makes ids, tokens and URL handles from the bits of one source. */
public final class Ids {

    /** A source of bits, for many threads. */
    interface Source {

        void fill(byte[] bits);
    }

    private final Source source;

    Ids(Source source) {
        this.source = source;
    }

    Source source() {
        return source;
    }

    /** The ids and the token of a new chat, from one draw: a SecureRandom is costly per call, not per byte. */
    public NewChat chat() {
        byte[] bits = new byte[2 * 16 + ParticipantToken.SECRET_BYTES];
        source.fill(bits);
        byte[] secret = new byte[ParticipantToken.SECRET_BYTES];
        System.arraycopy(bits, 32, secret, 0, secret.length);
        return new NewChat(uuid(bits, 0), uuid(bits, 16), new ParticipantToken(secret));
    }

    /** The ids and the token of a new chat and its customer. */
    public record NewChat(String contactId, String participantId, ParticipantToken token) {}

    /** An id of an item, a participant or an attachment. */
    public String id() {
        byte[] bits = new byte[16];
        source.fill(bits);
        return uuid(bits, 0);
    }

    /** A token of a participant, or a connection token. */
    public ParticipantToken token() {
        byte[] secret = new byte[ParticipantToken.SECRET_BYTES];
        source.fill(secret);
        return new ParticipantToken(secret);
    }

    /** A handle for a URL, as hard to guess as a token. */
    public String handle() {
        byte[] bits = new byte[ParticipantToken.SECRET_BYTES];
        source.fill(bits);
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
