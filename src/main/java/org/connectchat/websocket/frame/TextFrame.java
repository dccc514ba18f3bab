package org.connectchat.websocket.frame;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.websocket.Constants;

/** A message as one frame of RFC 6455, section 5.2: header and UTF-8 text. All sockets of a chat send the same bytes. */
public final class TextFrame {

    private static final int FINAL = 0x80;
    private static final int MAX_SHORT = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int MAX_TWO_BYTES = 0xffff;

    private final byte[] bytes;

    private TextFrame(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Makes the frame of a text. */
    public static TextFrame of(String text) {
        byte[] payload = text.getBytes(StandardCharsets.UTF_8);
        int length = payload.length;
        int header = length <= MAX_SHORT ? 2 : length <= MAX_TWO_BYTES ? 2 + Short.BYTES : 2 + Long.BYTES;
        ByteBuffer frame = ByteBuffer.allocate(header + length).put((byte) (FINAL | Constants.OPCODE_TEXT));
        if (length <= MAX_SHORT) {
            frame.put((byte) length);
        } else if (length <= MAX_TWO_BYTES) {
            frame.put((byte) TWO_BYTES).putShort((short) length);
        } else {
            frame.put((byte) EIGHT_BYTES).putLong(length);
        }
        return new TextFrame(frame.put(payload).array());
    }

    /** The number of bytes, with the header. */
    public int length() {
        return bytes.length;
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes);
    }
}
