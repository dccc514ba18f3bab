package org.connectchat.restjson.body;

import java.io.IOException;

/** Where the bytes of a body go as they come; called by one thread at a time. */
public interface BodySink {

    /**
     * Takes some more bytes.
     *
     * @throws BodyRefused if it takes no more
     */
    void write(byte[] bytes, int length) throws IOException;

    /** The body is not wanted any more: whatever is held for it goes. */
    void discard();
}
