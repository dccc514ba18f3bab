package org.connectchat.restjson.tomcat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** The connections above the bound. Only health and the control API are served on them. */
public final class Reserve {

    private final Set<SocketWrapperBase<?>> connections = ConcurrentHashMap.newKeySet();

    void add(SocketWrapperBase<?> connection) {
        connections.removeIf(SocketWrapperBase::isClosed);
        connections.add(connection);
    }

    /** Whether a caller's connection is one of them. */
    public boolean has(String address, int port) {
        if (connections.isEmpty()) {
            return false; // the usual case
        }
        return connections.stream()
                .anyMatch(connection -> connection.getRemotePort() == port
                        && address.equals(connection.getRemoteAddr())
                        && !connection.isClosed());
    }
}
