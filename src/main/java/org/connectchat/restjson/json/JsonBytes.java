package org.connectchat.restjson.json;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of one value, in a buffer of the JSON library that others use again after {@link #close}. The caller takes the bytes
 * once: a buffer of several segments is empty afterwards.
 */
public final class JsonBytes implements AutoCloseable {

    private final BufferRecycler buffers;
    private final ByteArrayBuilder bytes;
    private int length;

    private JsonBytes(BufferRecycler buffers) {
        this.buffers = buffers;
        this.bytes = new ByteArrayBuilder(buffers);
    }

    /** Writes a value. The caller closes the result, on its own thread. */
    public static JsonBytes of(Object value, JsonMapper json) {
        JsonBytes written = new JsonBytes(json.tokenStreamFactory()._getBufferRecycler());
        boolean complete = false;
        try {
            json.writeValue(written.bytes, value);
            written.length = written.bytes.size();
            complete = true;
            return written;
        } finally {
            if (!complete) {
                written.close();
            }
        }
    }

    public int length() {
        return length;
    }

    /** Writes all bytes, without a copy if they are in one segment of the buffer, as those of most responses are. */
    public void writeTo(OutputStream target) throws IOException {
        if (bytes.getCurrentSegmentLength() == length) {
            target.write(bytes.getCurrentSegment(), 0, length);
        } else {
            target.write(copy());
        }
    }

    /** The bytes in an array that stays as it is after {@link #close}. */
    public byte[] copy() {
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        bytes.release();
        buffers.releaseToPool();
    }
}
