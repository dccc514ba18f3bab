package org.connectchat.chat.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.connectchat.chat.contact.ChatMemory;
import org.connectchat.chat.contact.Contact;
import org.connectchat.chat.contact.ContactStore;
import org.connectchat.chat.contact.ContactWeight;
import org.connectchat.chat.contact.Participant;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.identity.IdGenerator;
import org.connectchat.chat.identity.ParticipantToken;
import org.jspecify.annotations.Nullable;

/** The connection tokens and socket tickets of participants, as long as they are good. */
public final class ConnectionTokens {

    /** AWS: a connection token is good for a day. */
    private static final Duration CONNECTION_TOKEN_LIFETIME = Duration.ofDays(1);
    /** AWS: the URL of a socket has to be dialled within 100 seconds. */
    private static final Duration TICKET_LIFETIME = Duration.ofSeconds(100);

    private final ContactStore contacts;
    private final ChatMemory memory;
    private final IdGenerator ids;
    private final ExpiringKeys<ParticipantToken> connectionTokens;
    private final ExpiringKeys<String> tickets;

    ConnectionTokens(Clock clock, ContactStore contacts, ChatMemory memory, IdGenerator ids) {
        this.memory = memory;
        this.contacts = contacts;
        this.ids = ids;
        this.connectionTokens = new ExpiringKeys<>(contacts, clock, CONNECTION_TOKEN_LIFETIME);
        this.tickets = new ExpiringKeys<>(contacts, clock, TICKET_LIFETIME);
    }

    @Nullable
    public Seat byConnectionToken(String text) {
        ParticipantToken token = ParticipantToken.parse(text);
        return token == null ? null : connectionTokens.seat(token);
    }

    @Nullable
    public Seat byTicket(String ticket) {
        return tickets.seat(ticket);
    }

    public Credentials issueCredentials(Seat seat) {
        ParticipantToken token = ids.token();
        Instant expiry = connectionTokens.add(token, seat, takesKey(seat));
        dropIfGone(seat);
        return new Credentials(token, expiry);
    }

    public String issueTicket(Seat seat) {
        String ticket = ids.handle();
        tickets.add(ticket, seat, takesKey(seat));
        dropIfGone(seat);
        return ticket;
    }

    private boolean takesKey(Seat seat) {
        return memory.takes(seat.contact(), ContactWeight.KEY);
    }

    /** ExpiringKeys that were added while the chat was ending, or the participant leaving, may have come after they were swept. */
    private void dropIfGone(Seat seat) {
        Contact current = contacts.current(seat.contact().id());
        if (current == null
                || !current.isActive()
                || !current.hasParticipant(seat.participant().id())) {
            drop(seat.participant());
        }
    }

    public void drop(Participant participant) {
        connectionTokens.removeAll(participant);
        tickets.removeAll(participant);
    }
}
