package org.connectchat.restjson.tomcat;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Receives bytes of a body from Tomcat without copying them out of its buffer. */
final class Chunk implements ApplicationBufferHandler {

    private ByteBuffer bytes = ByteBuffer.allocate(0);

    @Override
    public void setByteBuffer(ByteBuffer shown) {
        bytes = shown;
    }

    @Override
    public ByteBuffer getByteBuffer() {
        return bytes;
    }

    @Override
    public void expand(int size) {
        // The buffer need not grow, because the bytes are not copied.
    }
}
