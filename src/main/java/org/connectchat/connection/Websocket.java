package org.connectchat.connection;

/**
 * The URL of a WebSocket, to which a client connects within 100 seconds.
 *
 * @param connectionExpiry ISO 8601 with milliseconds
 * @see <a href="https://docs.aws.amazon.com/connect-participant/latest/APIReference/API_Websocket.html">Websocket</a>
 */
public record Websocket(String url, String connectionExpiry) {

    /** Without the URL, which opens the socket. */
    @Override
    public String toString() {
        return "Websocket[" + connectionExpiry + "]";
    }
}
