package org.connectchat.restjson.body;

import java.io.IOException;

/** Takes the bytes of a body as they arrive; called by one thread at a time. */
public interface BodySink {

    /**
     * Takes some more bytes.
     *
     * @throws BodyRefused if it accepts no more
     */
    void write(byte[] bytes, int length) throws IOException;

    /**
     * Takes a whole body, whose array is not used elsewhere afterwards.
     *
     * @throws BodyRefused if it accepts no more
     */
    default void writeWhole(byte[] body) throws IOException {
        write(body, body.length);
    }

    /** Discards the body and releases what it holds. */
    void discard();
}
