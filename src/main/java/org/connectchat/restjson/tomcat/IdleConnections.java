package org.connectchat.restjson.tomcat;

import java.nio.channels.SelectionKey;
import java.util.Collection;
import java.util.concurrent.locks.Lock;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Finds idle connections: those that are kept alive, new, or have sent only a part of a head. A connection is in use if it
 * is a socket of a chat, or if its call runs or waits, or if its response is still being read.
 */
record IdleConnections(Collection<SocketWrapperBase<NioChannel>> all) {

    private static final int ATTEMPTS = 3;

    /** Closes the connection that has been idle longest; returns false if no connection is idle. */
    boolean closeOldest() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            NioSocketWrapper oldest = oldest();
            if (oldest == null) {
                return false;
            }
            if (close(oldest)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable NioSocketWrapper oldest() {
        NioSocketWrapper oldest = null;
        for (SocketWrapperBase<NioChannel> connection : all) {
            if (connection instanceof NioSocketWrapper candidate
                    && isIdle(candidate)
                    && (oldest == null || candidate.getLastRead() < oldest.getLastRead())) {
                oldest = candidate;
            }
        }
        return oldest;
    }

    /**
     * Takes the lock that Tomcat holds while it processes a connection, so that no connection is closed during a call.
     */
    private static boolean close(NioSocketWrapper connection) {
        Lock lock = connection.getLock();
        if (!lock.tryLock()) {
            return false;
        }
        try {
            if (!isIdle(connection)) {
                return false;
            }
            connection.close();
            // The selector releases the channel when it runs again.
            connection.getPoller().getSelector().wakeup();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** While Tomcat processes a connection, or is about to, its poller does not listen for more to read. */
    private static boolean isIdle(NioSocketWrapper connection) {
        return !connection.isClosed()
                && connection.interestOpsHas(SelectionKey.OP_READ)
                && (connection.getCurrentProcessor() == null
                        || (connection.getCurrentProcessor() instanceof Processor processor
                                && !processor.isAsync()
                                && !processor.isUpgrade()));
    }
}
