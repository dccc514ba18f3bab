package org.connectchat.restjson.body;

import java.util.Arrays;

/**
 * A body in memory. It grows with the bytes that arrive, not with the announced length. The first 4 KiB are always
 * accepted, so that large bodies in transfer do not block small calls.
 */
public final class MemoryBody implements BodySink {

    private static final int FREE = 4_096;

    private final int most;
    private final BytesInFlight inFlight;
    private byte[] bytes = new byte[0];
    private int size;

    MemoryBody(int most, BytesInFlight inFlight) {
        this.most = most;
        this.inFlight = inFlight;
    }

    @Override
    public void write(byte[] more, int length) {
        if (length > most - size) {
            throw new BodyRefused(BodyProblem.TOO_LARGE);
        }
        grow(size + length);
        System.arraycopy(more, 0, bytes, size, length);
        size += length;
    }

    @Override
    public void writeWhole(byte[] body) {
        if (body.length > most) {
            throw new BodyRefused(BodyProblem.TOO_LARGE);
        }
        if (!inFlight.take(counted(body.length))) {
            throw new BodyRefused(BodyProblem.NO_ROOM);
        }
        bytes = body;
        size = body.length;
    }

    private void grow(int needed) {
        if (needed <= bytes.length) {
            return;
        }
        int capacity = (int) Math.max(needed, Math.min(most, 2L * bytes.length));
        if (!inFlight.take(counted(capacity) - counted(bytes.length))) {
            throw new BodyRefused(BodyProblem.NO_ROOM);
        }
        bytes = Arrays.copyOf(bytes, capacity);
    }

    private static int counted(int capacity) {
        return Math.max(0, capacity - FREE);
    }

    /** The complete body, which no longer counts as in transfer. */
    public byte[] complete() {
        byte[] all = bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
        discard();
        return all;
    }

    @Override
    public void discard() {
        inFlight.giveBack(counted(bytes.length));
        bytes = new byte[0];
        size = 0;
    }
}
