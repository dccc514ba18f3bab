package org.connectchat.chat.identity;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Base64;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Generates every id, token and URL handle. The bits come from a SecureRandom, unless a test has set a seed.
 */
public final class IdGenerator {

    /** A multiple of the eight bytes that the source draws at once. */
    private static final int SKIPPED_AT_ONCE = 8_192;

    /** A source of random bits. */
    private interface Source {

        void fill(byte[] bits);

        default @Nullable Long seed() {
            return null;
        }
    }

    /** Each draw is one step under a lock, so two runs differ only by the order in which threads draw. */
    private static final class Seeded implements Source {

        private final long seed;
        private final ReentrantLock lock = new ReentrantLock();

        @GuardedBy("lock")
        private final SplittableRandom random;

        @GuardedBy("lock")
        private long drawn;

        Seeded(long seed) {
            this.seed = seed;
            this.random = new SplittableRandom(seed);
        }

        /** The source that has given this many bytes. */
        static Seeded after(long seed, long drawn) {
            Seeded source = new Seeded(seed);
            byte[] given = new byte[SKIPPED_AT_ONCE];
            for (long left = drawn; left > 0; left -= given.length) {
                source.fill(left < given.length ? new byte[(int) left] : given);
            }
            return source;
        }

        long drawn() {
            lock.lock();
            try {
                return drawn;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void fill(byte[] bits) {
            lock.lock();
            try {
                random.nextBytes(bits);
                drawn += bits.length;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public Long seed() {
            return seed;
        }
    }

    private final Source unpredictable;
    private volatile Source source;
    private volatile @Nullable Long nextSeed;

    public IdGenerator(Random random) {
        this.unpredictable = random::nextBytes;
        this.source = unpredictable;
    }

    /** Uses this seed from the next {@link #restart} on; null restores unpredictable ids. */
    public void seedNext(@Nullable Long seed) {
        nextSeed = seed;
    }

    /** The seed of the next {@link #restart}, or null. */
    public @Nullable Long nextSeed() {
        return nextSeed;
    }

    /** The seed in use, or null. */
    public @Nullable Long seed() {
        return source.seed();
    }

    /** Starts ids and tokens over, with the next seed if there is one. */
    public void restart() {
        Long seed = nextSeed;
        source = seed == null ? unpredictable : new Seeded(seed);
    }

    /** How far a seeded source has come; null if ids are unpredictable. */
    public @Nullable SavedIds save() {
        return source instanceof Seeded seeded ? new SavedIds(seeded.seed(), seeded.drawn()) : null;
    }

    /** Goes on where a seeded source was saved, so that no id is given twice; the next seed stays. */
    public void restore(SavedIds saved) {
        source = Seeded.after(saved.seed(), saved.drawn());
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
