package org.connectchat.restjson.tomcat;

import java.nio.ByteBuffer;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Tomcat's processor, which would handle requests as long as its buffer has some. After the last one of a {@link Turn} the
 * buffer goes back to the connection, so that Tomcat ends the turn.
 */
final class TurnProcessor extends Http11Processor {

    private final Adapter counted;

    TurnProcessor(AbstractHttp11Protocol<?> protocol, Adapter tomcat) {
        super(protocol, tomcat);
        this.counted = new ServerWideOptions(tomcat, this::handled);
    }

    @Override
    public Adapter getAdapter() {
        return counted;
    }

    private void handled(Request request) {
        if (getSocketWrapper() instanceof BoundedSocket connection
                && connection.turn().handled()
                && !isAsync()
                && request.getInputBuffer() instanceof ApplicationBufferHandler buffer) {
            ByteBuffer rest = buffer.getByteBuffer();
            if (rest != null && rest.hasRemaining()) {
                connection.takeBack(rest);
            }
        }
    }
}
