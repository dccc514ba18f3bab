package org.connectchat.chat.access;

import java.time.Duration;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.session.Grant;
import org.jspecify.annotations.Nullable;

/** The tickets in the URLs of WebSockets. */
public final class SocketTickets {

    /** AWS: a client must connect to the URL of a WebSocket within 100 seconds. */
    private static final Duration LIFETIME = Duration.ofSeconds(100);

    private final ExpiringKeys keys;
    private final IdGenerator ids;

    SocketTickets(ExpiringKeys keys, IdGenerator ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** Issues a ticket; it is not valid if the participant has left or the chat has ended. */
    public String issue(Seat seat) {
        String ticket = ids.of(seat.contact().instanceId()).handle();
        keys.add(ticket, seat, Grant.Kind.TICKET, LIFETIME);
        return ticket;
    }

    /** The seat that a ticket opens, or null if there is no such ticket or it is no longer valid. */
    public @Nullable Seat seat(String ticket) {
        return keys.seat(ticket, Grant.Kind.TICKET);
    }
}
