package org.connectchat.connection;

import java.time.Duration;
import org.connectchat.chat.access.ConnectionTokens;
import org.connectchat.chat.access.Credentials;
import org.connectchat.chat.access.SocketTickets;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.time.Clocks;
import org.connectchat.restjson.call.Call;
import org.connectchat.restjson.json.Timestamps;

/** Makes what a participant connects with. Each call makes it anew; what was made before stays valid. */
public final class Connections {

    /** The expiry that AWS announces; the socket itself stays open as long as the client keeps it. */
    private static final Duration CONNECTION_EXPIRY = Duration.ofHours(1);

    private final ConnectionTokens tokens;
    private final SocketTickets tickets;
    private final WebsocketUrl url;
    private final Clocks clocks;

    Connections(ConnectionTokens tokens, SocketTickets tickets, WebsocketUrl url, Clocks clocks) {
        this.tokens = tokens;
        this.tickets = tickets;
        this.url = url;
        this.clocks = clocks;
    }

    /** Fails as {@link #websocket} does if the URL cannot be made for this caller. */
    public void checkUrl(Call call) {
        url.base(call);
    }

    /** The URL of a WebSocket, seen from the caller; it opens nothing if the participant has left or the chat has ended. */
    public Websocket websocket(Seat seat, Call call) {
        return new Websocket(
                url.of(call, tickets.issue(seat)),
                Timestamps.text(clocks.now(seat.contact().instanceId()).plus(CONNECTION_EXPIRY)));
    }

    /** A connection token; it opens nothing if the participant has left or the chat has ended. */
    public ConnectionCredentials credentials(Seat seat) {
        Credentials issued = tokens.issue(seat);
        return new ConnectionCredentials(issued.connectionToken().text(), Timestamps.text(issued.expiry()));
    }
}
