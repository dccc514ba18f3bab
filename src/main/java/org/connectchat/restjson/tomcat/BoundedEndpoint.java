package org.connectchat.restjson.tomcat;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.juli.logging.Log;
import org.apache.tomcat.util.collections.SynchronizedStack;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Accepts each connection at once. At most {@code server.tomcat.max-connections} of them are served. One more replaces
 * the connection that has been idle longest. If no connection is idle, the new one joins a small reserve, where only
 * health and the control API are served; a connection beyond the reserve is closed (rule R4).
 */
public final class BoundedEndpoint extends NioEndpoint {

    /** The maximum number of connections above the bound. */
    static final int RESERVE = 64;

    private static final int LEAST_BLOCKED = 1;
    private static final int VIRTUAL = 200;

    private final Reserve reserve = new Reserve();
    private volatile BlockedThreads blocked = new BlockedThreads(LEAST_BLOCKED);
    private volatile BackLane backLane = new BackLane(LEAST_BLOCKED, Runnable::run);
    private volatile int bound = super.getMaxConnections();

    /** The connections above the bound. */
    public Reserve reserve() {
        return reserve;
    }

    @Override
    public void setMaxConnections(int maxConnections) {
        bound = maxConnections;
        // At Tomcat's own limit the acceptor would wait, so Tomcat's limit is always one higher.
        super.setMaxConnections(maxConnections < 0 ? maxConnections : maxConnections + RESERVE + 1);
    }

    @Override
    public void startInternal() throws Exception {
        // A quarter of the threads may wait for slow clients; three quarters never do. Virtual threads have no maximum.
        int threads = getMaxThreads() > 0 ? getMaxThreads() : VIRTUAL;
        blocked = new BlockedThreads(Math.max(LEAST_BLOCKED, threads / 4));
        // Clients that send faster than they are served get half of the processors, and all others the rest.
        int processors = Runtime.getRuntime().availableProcessors();
        backLane = new BackLane(Math.max(1, processors / 2), this::execute);
        super.startInternal();
    }

    private void execute(Runnable turn) {
        Executor threads = getExecutor();
        if (threads == null) {
            throw new RejectedExecutionException("Tomcat has stopped");
        }
        threads.execute(turn);
    }

    /** Gives a connection that has become a WebSocket the smaller turns of a WebSocket. */
    public static void upgraded(SocketWrapperBase<?> connection) {
        if (connection instanceof BoundedSocket socket) {
            socket.upgraded();
        }
    }

    /** Gives a connection its next turn after those of other connections. */
    private void continueLater(BoundedSocket connection) {
        backLane.add(new BackLane.Continuation() {
            @Override
            public void run(BackLane.Place place) {
                new ConnectionTurn(connection, SocketEvent.OPEN_READ, place).run();
            }

            @Override
            public void refused() {
                connection.close();
            }
        });
    }

    /** Like Tomcat's method, but a connection that has used up its turn comes after others. */
    @Override
    public boolean processSocket(SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
        if (dispatch
                && event == SocketEvent.OPEN_READ
                && connection instanceof BoundedSocket socket
                && socket.turn().isBehind()) {
            socket.readLater();
            return true;
        }
        return super.processSocket(connection, event, dispatch);
    }

    @Override
    protected SocketProcessorBase<NioChannel> createSocketProcessor(
            SocketWrapperBase<NioChannel> connection, SocketEvent event) {
        return new ConnectionTurn(connection, event, null);
    }

    /** Like Tomcat's processor, but within a {@link Turn}. */
    private final class ConnectionTurn extends SocketProcessor {

        private final BackLane.@Nullable Place place;

        ConnectionTurn(SocketWrapperBase<NioChannel> connection, SocketEvent event, BackLane.@Nullable Place place) {
            super(connection, event);
            this.place = place;
        }

        @Override
        protected void doRun() {
            if (!(socketWrapper instanceof BoundedSocket connection)
                    || connection.turn().isOnThisThread()) {
                super.doRun(); // the turn of this thread has begun already
                return;
            }
            connection.beginTurn(place);
            try {
                super.doRun();
            } finally {
                connection.endTurn();
            }
        }
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        boolean full = bound >= 0 && getConnections().size() >= bound;
        boolean aboveTheBound = full && !new IdleConnections(getConnections()).closeOldest();
        if (aboveTheBound && getConnections().size() >= bound + RESERVE) {
            return false;
        }
        BoundedSocket accepted = register(socket);
        if (accepted == null) {
            return false;
        }
        if (aboveTheBound) {
            reserve.add(accepted);
        }
        getPoller().register(accepted);
        return true;
    }

    /** Does what Tomcat does, but with a {@link BoundedSocket}. */
    private @Nullable BoundedSocket register(SocketChannel socket) {
        try {
            SynchronizedStack<NioChannel> pool = getNioChannels();
            NioChannel channel = pool == null ? null : pool.pop();
            if (channel == null) {
                channel = createChannel(new SocketBufferHandler(
                        socketProperties.getAppReadBufSize(),
                        socketProperties.getAppWriteBufSize(),
                        socketProperties.getDirectBuffer()));
            }
            BoundedSocket wrapper = new BoundedSocket(channel, this, blocked, this::continueLater);
            channel.reset(socket, wrapper);
            connections.put(socket, wrapper);
            socket.configureBlocking(false);
            socketProperties.setProperties(socket.socket());
            wrapper.setReadTimeout(getConnectionTimeout());
            wrapper.setWriteTimeout(getConnectionTimeout());
            wrapper.setKeepAliveLeft(getMaxKeepAliveRequests());
            return wrapper;
        } catch (IOException | IllegalStateException e) {
            log().debug("A connection was gone before it could be served", e);
            connections.remove(socket);
            return null;
        }
    }

    private Log log() {
        return getLog();
    }
}
