package org.connectchat.state;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A document that takes memory for the bytes that are read of it, and gives it back when it is closed. */
final class MeteredDocument extends FilterInputStream {

    private final DocumentMemory memory;
    private final DocumentWeight weight = new DocumentWeight();
    private long taken;
    private boolean toDisk;

    MeteredDocument(InputStream document, DocumentMemory memory) {
        super(document);
        this.memory = memory;
    }

    /** The bytes of a file go to the disk: they take no memory while this is read. */
    void toDisk(Runnable reading) {
        toDisk = true;
        try {
            reading.run();
        } finally {
            toDisk = false;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        long bytes = 0;
        for (int i = offset; i < offset + count; i++) {
            bytes += weight.of(target[i]);
        }
        if (!toDisk && bytes > 0) {
            if (!memory.take(bytes)) {
                throw new StateTooLarge(memory.left());
            }
            taken += bytes;
        }
        return count;
    }

    /** The document is read and put in place, or refused: chats have taken its memory, or none. */
    @Override
    public void close() {
        memory.giveBack(taken);
        taken = 0;
    }
}
