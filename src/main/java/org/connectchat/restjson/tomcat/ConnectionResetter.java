package org.connectchat.restjson.tomcat;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Breaks connections of callers and of sockets with a TCP reset. */
public final class ConnectionResetter {

    private volatile ResettableNioProtocol connections = new ResettableNioProtocol();

    public void serves(ResettableNioProtocol tomcats) {
        connections = tomcats;
    }

    public List<InetSocketAddress> closed(Map<InetSocketAddress, ? extends BooleanSupplier> waiting) {
        return connections.closed(waiting);
    }

    public long counted() {
        return connections.counted();
    }

    /** Whether the caller's connection is one above the bound, where only health and the control API are served. */
    public boolean isInReserve(String address, int port) {
        return connections.isInReserve(address, port);
    }

    /**
     * Breaks the connection that comes from that address, if there is one. Data that waits to be sent on it is lost.
     */
    public void reset(InetSocketAddress remote) {
        connections.reset(remote);
    }
}
