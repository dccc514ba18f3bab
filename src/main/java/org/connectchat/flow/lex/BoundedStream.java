package org.connectchat.flow.lex;

import java.io.FilterInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import software.amazon.awssdk.http.AbortableInputStream;

/** A body that ends with an exception beyond a size or a moment. */
final class BoundedStream extends FilterInputStream {

    private static final long MAX_BYTES = 1024 * 1024;

    private final AbortableInputStream body;
    private final long end;
    private long bytes;

    /** The end is a moment of {@link System#nanoTime()}. */
    BoundedStream(AbortableInputStream body, long end) {
        super(body);
        this.body = body;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        int next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = body.read(buffer, offset, length);
        count(Math.max(count, 0));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = body.skip(count);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long more) throws IOException {
        bytes += more;
        if (bytes > MAX_BYTES) {
            body.abort();
            throw new ResponseTooLargeException(MAX_BYTES);
        }
        if (System.nanoTime() - end > 0) {
            body.abort();
            throw new SocketTimeoutException("The response took too long");
        }
    }
}
