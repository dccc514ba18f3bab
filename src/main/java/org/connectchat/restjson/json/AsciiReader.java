package org.connectchat.restjson.json;

import java.io.Reader;

/** Reads bytes that are ASCII as characters. The JSON parser reads them into its own buffer, so no text is made of them. */
final class AsciiReader extends Reader {

    private final byte[] bytes;
    private int position;

    AsciiReader(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(char[] target, int offset, int length) {
        int count = Math.min(length, bytes.length - position);
        if (count == 0 && length > 0) {
            return -1;
        }
        for (int i = 0; i < count; i++) {
            target[offset + i] = (char) bytes[position + i];
        }
        position += count;
        return count;
    }

    @Override
    public void close() {
        // it holds nothing but the array
    }
}
