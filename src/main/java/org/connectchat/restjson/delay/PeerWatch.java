package org.connectchat.restjson.delay;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.connectchat.restjson.tomcat.ConnectionResetter;

/**
 * Notices that a client hangs up while its request waits without a thread. It checks once a second, and only while
 * requests are watched. A client that closes its half of the connection counts as gone.
 */
public final class PeerWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** The watch over the client of one request. */
    public final class Watch implements BooleanSupplier {

        private final InetSocketAddress client;
        private final Runnable gone;

        private Watch(InetSocketAddress client, Runnable gone) {
            this.client = client;
            this.gone = gone;
        }

        /** Ends the watch. The caller must end it before the request ends. */
        public void end() {
            watches.remove(client, this);
        }

        /** Whether the watch is still on. */
        @Override
        public boolean getAsBoolean() {
            return watches.get(client) == this;
        }
    }

    private final ConnectionResetter connections;
    private final Delays delays;
    private final Map<InetSocketAddress, Watch> watches = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();

    public PeerWatch(ConnectionResetter connections, Delays delays) {
        this.connections = connections;
        this.delays = delays;
    }

    /**
     * Watches over the client of a request.
     *
     * @param gone runs once if the client hangs up before the watch ends; must be quick
     */
    public Watch begin(HttpServletRequest request, Runnable gone) {
        Watch watch = new Watch(new InetSocketAddress(request.getRemoteAddr(), request.getRemotePort()), gone);
        watches.put(watch.client, watch);
        lookLater();
        return watch;
    }

    private void lookLater() {
        if (!watches.isEmpty() && looking.compareAndSet(false, true)) {
            delays.begin(INTERVAL, stopped -> {
                looking.set(false);
                if (!stopped) {
                    look();
                    lookLater();
                }
            });
        }
    }

    private void look() {
        for (InetSocketAddress client : connections.closed(watches)) {
            Watch watch = watches.remove(client);
            if (watch != null) {
                watch.gone.run();
            }
        }
    }
}
