package org.connectchat.chat.identity;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Bits that follow from a seed. Each draw is one step under a lock, so two runs differ only by the order in which threads
 * draw.
 */
final class SeededSource implements Ids.Source {

    /** A multiple of the eight bytes that the source draws at once. */
    private static final int SKIPPED_AT_ONCE = 8_192;

    private final long seed;
    private final ReentrantLock lock = new ReentrantLock();

    @GuardedBy("lock")
    private final SplittableRandom random;

    @GuardedBy("lock")
    private long drawn;

    private SeededSource(long seed, long mixed) {
        this.seed = seed;
        this.random = new SplittableRandom(mixed);
    }

    /** The source of the emulator. */
    static SeededSource of(long seed) {
        return new SeededSource(seed, seed);
    }

    /** The source of one instance. Ids are keys over all instances, so that each gets others from the same seed. */
    static SeededSource of(long seed, String instanceId) {
        byte[] id = instanceId.getBytes(StandardCharsets.UTF_8);
        byte[] both = ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(seed)
                .put(id)
                .array();
        return new SeededSource(seed, ByteBuffer.wrap(sha256(both)).getLong());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Goes on as if it had given this many bytes. */
    SeededSource after(long bytes) {
        byte[] given = new byte[SKIPPED_AT_ONCE];
        for (long left = bytes; left > 0; left -= given.length) {
            fill(left < given.length ? new byte[(int) left] : given);
        }
        return this;
    }

    long seed() {
        return seed;
    }

    /** How many bytes it has given. */
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
}
