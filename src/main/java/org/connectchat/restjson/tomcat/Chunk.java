package org.connectchat.restjson.tomcat;

import java.nio.ByteBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** Where Tomcat shows some bytes of a body; they stay in its own buffer. */
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
        // nothing is put here that does not fit
    }
}
