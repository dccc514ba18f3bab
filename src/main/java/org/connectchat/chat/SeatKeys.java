package org.connectchat.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The connection tokens and socket tickets of participants, as long as they are good. */
final class SeatKeys {

    /** AWS: a connection token is good for a day. */
    private static final Duration CONNECTION_TOKEN_LIFETIME = Duration.ofDays(1);
    /** AWS: the URL of a socket has to be dialled within 100 seconds. */
    private static final Duration TICKET_LIFETIME = Duration.ofSeconds(100);

    private final ContactStore contacts;
    private final ChatMemory memory;
    private final Mint mint;
    private final Keys<ParticipantToken> connectionTokens;
    private final Keys<String> tickets;

    SeatKeys(Clock clock, ContactStore contacts, ChatMemory memory, Mint mint) {
        this.memory = memory;
        this.contacts = contacts;
        this.mint = mint;
        this.connectionTokens = new Keys<>(contacts, clock, CONNECTION_TOKEN_LIFETIME);
        this.tickets = new Keys<>(contacts, clock, TICKET_LIFETIME);
    }

    @Nullable
    Seat byConnectionToken(String text) {
        ParticipantToken token = ParticipantToken.parse(text);
        return token == null ? null : connectionTokens.seat(token);
    }

    @Nullable
    Seat byTicket(String ticket) {
        return tickets.seat(ticket);
    }

    ChatParticipants.Credentials issueCredentials(Seat seat) {
        ParticipantToken token = mint.token();
        Instant expiry = connectionTokens.add(token, seat, takesKey(seat));
        dropIfGone(seat);
        return new ChatParticipants.Credentials(token, expiry);
    }

    String issueTicket(Seat seat) {
        String ticket = mint.handle();
        tickets.add(ticket, seat, takesKey(seat));
        dropIfGone(seat);
        return ticket;
    }

    private boolean takesKey(Seat seat) {
        return memory.takes(seat.contact(), ContactWeight.KEY);
    }

    /** Keys that were added while the chat was ending, or the participant leaving, may have come after they were swept. */
    private void dropIfGone(Seat seat) {
        Contact current = contacts.current(seat.contact().id());
        if (current == null
                || !current.isActive()
                || !current.hasParticipant(seat.participant().id())) {
            drop(seat.participant());
        }
    }

    void drop(Participant participant) {
        connectionTokens.removeAll(participant);
        tickets.removeAll(participant);
    }
}
