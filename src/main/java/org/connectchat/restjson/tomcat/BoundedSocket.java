package org.connectchat.restjson.tomcat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * A connection on which a thread waits only if {@link BlockedThreads} allows it, and which gives its thread to others
 * after a {@link Turn}. Calls that do not block cost nothing.
 */
final class BoundedSocket extends NioSocketWrapper {

    private final Consumer<BoundedSocket> later;
    private final BlockedThreads blocked;
    private final AtomicBoolean queued = new AtomicBoolean();
    private volatile Turn turn = new Turn(Turn.BYTES);
    private BackLane.@Nullable Place place;

    /** @param later gives the connection its next turn after those of other connections */
    BoundedSocket(NioChannel channel, NioEndpoint endpoint, BlockedThreads blocked, Consumer<BoundedSocket> later) {
        super(channel, endpoint);
        this.later = later;
        this.blocked = blocked;
    }

    Turn turn() {
        return turn;
    }

    /** Begins a turn. The thread holds the lock of this connection until the end of the turn. */
    void beginTurn(BackLane.@Nullable Place taken) {
        place = taken;
        if (taken != null) {
            queued.set(false);
        }
        turn.begin(taken != null);
    }

    void endTurn() {
        turn.end();
        place = null;
    }

    /** Continues as a WebSocket, in the middle of a turn. */
    void upgraded() {
        Turn ofSocket = new Turn(Turn.SOCKET_BYTES);
        if (turn.isOnThisThread()) {
            ofSocket.begin(true);
        }
        turn = ofSocket;
    }

    /** Takes back bytes that were read and not used, if there is room for them. */
    void takeBack(ByteBuffer rest) {
        SocketBufferHandler buffers = getSocketBufferHandler();
        if (buffers.isReadBufferEmpty() && buffers.getReadBuffer().capacity() >= rest.remaining()) {
            unRead(rest);
        }
    }

    /** Waits for bytes, or, after a turn of a client that sends ahead, for the next turn. */
    @Override
    public void registerReadInterest() {
        if (turn.isCut() && turn.sendsAhead()) {
            readLater();
        } else {
            super.registerReadInterest();
        }
    }

    /** Asks for another turn, which comes after those of other connections, unless one is already waiting. */
    void readLater() {
        if (queued.compareAndSet(false, true)) {
            later.accept(this);
        }
    }

    @Override
    public int read(boolean block, byte[] target, int offset, int length) throws IOException {
        if (!block && turn.isOver()) {
            return 0;
        }
        int read = super.read(false, target, offset, length);
        if (read == 0 && length > 0) {
            turn.nothingToRead();
            read = block ? waiting(() -> super.read(true, target, offset, length)) : 0;
        }
        turn.read(read, read < length && hasNoMore(read));
        return read;
    }

    @Override
    public int read(boolean block, ByteBuffer target) throws IOException {
        if (!block && turn.isOver()) {
            return 0;
        }
        int read = super.read(false, target);
        if (read == 0 && target.hasRemaining()) {
            turn.nothingToRead();
            read = block ? waiting(() -> super.read(true, target)) : 0;
        }
        turn.read(read, target.hasRemaining() && hasNoMore(read));
        return read;
    }

    /** Whether a read has emptied the connection, so that the poller reports what comes next. Not known for TLS. */
    private boolean hasNoMore(int read) {
        SocketBufferHandler buffers = getSocketBufferHandler();
        return buffers.isReadBufferEmpty()
                && read < buffers.getReadBuffer().capacity()
                && !(getSocket() instanceof SecureNioChannel);
    }

    @Override
    protected void doWrite(boolean block, ByteBuffer source) throws IOException {
        int before = source.remaining();
        super.doWrite(false, source);
        turn.wrote(before - source.remaining());
        if (block && isStuck(source)) {
            waiting(() -> {
                super.doWrite(true, source);
                return 0;
            });
        }
    }

    private boolean isStuck(ByteBuffer source) {
        return source.hasRemaining() || getSocket().getOutboundRemaining() > 0;
    }

    private int waiting(InputOutput blocking) throws IOException {
        blocked.enter();
        try {
            if (place != null && turn.isOnThisThread()) {
                place.leave();
            }
            return blocking.bytes();
        } finally {
            blocked.leave();
        }
    }

    private interface InputOutput {

        int bytes() throws IOException;
    }
}
