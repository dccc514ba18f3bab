package org.connectchat.restjson.tomcat;

import org.apache.catalina.connector.Connector;

/**
 * The sizes of the buffers that Tomcat keeps for each connection. Its own sizes add up to 40 KB for a WebSocket, more than
 * anything else that a chat keeps.
 */
public final class Buffers {

    /** Linux would keep up to 4 MB for each client that does not read, and copy all of it at once. */
    private static final int SYSTEMS_SEND_BUFFER = 128 << 10;

    /** Most requests, with their signed heads, are read at once. */
    private static final int READ = 2 << 10;

    /** Most responses are written at once. */
    private static final int WRITE = 4 << 10;

    /** A WebSocket has three of these: for client frames, which are short, and for close frames. */
    private static final int SOCKET = 512;

    private static final String SOCKET_PROPERTY = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    private Buffers() {}

    /** Sets the sizes, before Tomcat's WebSocket classes read theirs. */
    public static void set(Connector connector) {
        connector.setProperty("socket.txBufSize", String.valueOf(SYSTEMS_SEND_BUFFER));
        connector.setProperty("socket.appReadBufSize", String.valueOf(READ));
        connector.setProperty("socket.appWriteBufSize", String.valueOf(WRITE));
        if (System.getProperty(SOCKET_PROPERTY) == null) {
            System.setProperty(SOCKET_PROPERTY, String.valueOf(SOCKET));
        }
    }
}
