package org.connectchat.restjson;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Breaks connections of callers and of sockets with a TCP reset. */
public final class ConnectionReset {

    private volatile Connections connections = new Connections();

    void serves(Connections tomcats) {
        connections = tomcats;
    }

    List<InetSocketAddress> closed(Map<InetSocketAddress, ? extends BooleanSupplier> waiting) {
        return connections.closed(waiting);
    }

    long counted() {
        return connections.counted();
    }

    /** Whether the caller's connection is one above the bound, where only health and the control API are served. */
    boolean isInReserve(String address, int port) {
        return connections.isInReserve(address, port);
    }

    /** Breaks the connection that comes from that address, if there is one; what waits to be sent on it is lost. */
    public void reset(InetSocketAddress remote) {
        connections.reset(remote);
    }
}
