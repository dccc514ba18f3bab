package org.connectchat.restjson.tomcat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tomcat's protocol, with a way to break one of its open connections as a network does: with a TCP reset, without a
 * response and without a close frame. The constructor is public because Tomcat calls it.
 */
public final class ResettableNioProtocol extends Http11NioProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(ResettableNioProtocol.class);

    private final BoundedEndpoint endpoint;

    public ResettableNioProtocol() {
        this(new BoundedEndpoint());
    }

    private ResettableNioProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        endpoint.setUseSendfile(false); // nothing uses it, and it ignores bytes that a turn gave back
        this.endpoint = endpoint;
    }

    /** Whether the caller's connection is one above the bound. */
    boolean isInReserve(String address, int port) {
        return endpoint.reserve().has(address, port);
    }

    @Override
    protected Processor createProcessor() {
        return new TurnProcessor(this, getAdapter());
    }

    /** Breaks the connection that comes from that address, if there is one. */
    void reset(InetSocketAddress remote) {
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            if (connection instanceof NioSocketWrapper wrapper) {
                SocketChannel channel = wrapper.getSocket().getIOChannel();
                if (channel != null && comesFrom(remote, channel)) {
                    reset(wrapper, channel);
                    return;
                }
            }
        }
    }

    /** The number of connections that Tomcat counts against its limit. */
    long counted() {
        return getEndpoint().getConnectionCount();
    }

    /**
     * Finds clients that have closed their connections while their requests wait without a thread. Tomcat does not notice
     * that by itself.
     *
     * @param waiting by the address of each client, whether its request still waits
     */
    List<InetSocketAddress> closed(Map<InetSocketAddress, ? extends BooleanSupplier> waiting) {
        List<InetSocketAddress> closed = new ArrayList<>();
        for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
            if (connection instanceof NioSocketWrapper wrapper) {
                InetSocketAddress remote = remote(wrapper);
                BooleanSupplier waits = remote == null ? null : waiting.get(remote);
                if (remote != null && waits != null && isClosed(wrapper, waits)) {
                    closed.add(remote);
                }
            }
        }
        return closed;
    }

    private static @Nullable InetSocketAddress remote(NioSocketWrapper wrapper) {
        SocketChannel channel = wrapper.getSocket().getIOChannel();
        try {
            return channel == null ? null : (InetSocketAddress) channel.getRemoteAddress();
        } catch (IOException e) {
            return null; // it has been closed meanwhile
        }
    }

    /** Reads without waiting. Bytes that it reads belong to the client's next request, so it gives them back. */
    private static boolean isClosed(NioSocketWrapper wrapper, BooleanSupplier waits) {
        ReentrantLock lock = wrapper.getLock();
        if (!lock.tryLock()) {
            return false; // a thread serves it
        }
        try {
            // Once the request has ended, Tomcat's poller waits for the bytes that would be taken here.
            if (!waits.getAsBoolean()) {
                return false;
            }
            ByteBuffer one = ByteBuffer.allocate(1);
            int count = wrapper.read(false, one);
            if (count > 0) {
                wrapper.unRead(one.flip());
            }
            return count < 0;
        } catch (IOException e) {
            return true; // also at the end of the stream
        } finally {
            lock.unlock();
        }
    }

    private static boolean comesFrom(InetSocketAddress remote, SocketChannel channel) {
        try {
            return remote.equals(channel.getRemoteAddress());
        } catch (IOException e) {
            return false; // it has been closed meanwhile
        }
    }

    private static void reset(NioSocketWrapper connection, SocketChannel channel) {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.close();
        } catch (IOException e) {
            LOG.debug("A connection to be reset was closed already", e);
        }
        // The selector releases the channel when it runs again. Tomcat does not notice the end of the connection by
        // itself.
        connection.getPoller().getSelector().wakeup();
        connection.processSocket(SocketEvent.ERROR, true);
    }
}
