package org.connectchat.restjson.tomcat;

import java.nio.ByteBuffer;
import java.util.Iterator;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.DispatchType;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's processor, which handles requests as long as its buffer has bytes. After the last request of a {@link Turn}, this
 * class gives the bytes of the buffer back to the connection, so that Tomcat ends the turn.
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

    /**
     * At the end of a body in chunks, Tomcat would handle the next requests of the connection inside the read of this
     * body, and afterwards discard what has arrived of their heads. A thread that handles the connection needs no
     * further call: it sees by itself that the body has ended.
     */
    @Override
    protected void executeDispatches() {
        if (!isHandledByThisThread()) {
            super.executeDispatches();
            return;
        }
        Iterator<DispatchType> dispatches = getIteratorAndClearDispatches();
        while (dispatches != null && dispatches.hasNext()) {
            DispatchType dispatch = dispatches.next();
            if (dispatch != DispatchType.NON_BLOCKING_READ) {
                addDispatch(dispatch);
            }
        }
    }

    private boolean isHandledByThisThread() {
        SocketWrapperBase<?> connection = getSocketWrapper();
        return connection != null && connection.getLock().isHeldByCurrentThread();
    }

    private void handled(Request request) {
        if (getSocketWrapper() instanceof BoundedSocket connection
                && request.getInputBuffer() instanceof ApplicationBufferHandler buffer) {
            ByteBuffer rest = buffer.getByteBuffer();
            boolean last = rest == null || !rest.hasRemaining();
            if (connection.turn().handled(last) && !isAsync() && !last) {
                connection.takeBack(rest);
            }
        }
    }
}
