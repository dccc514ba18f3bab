package org.connectchat.chat.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.connectchat.chat.Domain;
import org.connectchat.chat.contact.Seat;
import org.connectchat.chat.lifecycle.StartedChat;
import org.connectchat.testkit.Rule;
import org.junit.jupiter.api.Test;

/** Shows for how long tickets and tokens open anything. */
class KeyLifetimesTest {

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    @Test
    @Rule("W3")
    void aTicketIsGoodForAHundredSecondsHoweverOftenItIsUsed() {
        try (Domain domain = new Domain()) {
            Seat customer = domain.customerOf(domain.start());
            String ticket = domain.tickets.issue(customer);

            for (int i = 0; i < 3; i++) {
                assertThat(domain.tickets.seat(ticket)).isNotNull();
            }
            domain.after(Duration.ofSeconds(100).minus(MILLISECOND));
            assertThat(domain.tickets.seat(ticket)).isNotNull();

            domain.after(MILLISECOND);
            assertThat(domain.tickets.seat(ticket)).isNull();
        }
    }

    @Test
    @Rule("W3")
    void aLaterTicketProlongsNoEarlierOne() {
        try (Domain domain = new Domain()) {
            Seat customer = domain.customerOf(domain.start());
            String earlier = domain.tickets.issue(customer);
            domain.after(Duration.ofSeconds(99));
            String later = domain.tickets.issue(customer);

            domain.after(Duration.ofSeconds(1));

            assertThat(domain.tickets.seat(earlier)).isNull();
            assertThat(domain.tickets.seat(later)).isNotNull();
        }
    }

    @Test
    @Rule({"P7", "O3"})
    void aConnectionTokenIsGoodForADayAndTheParticipantTokenAsLongAsTheChat() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            domain.presence.connect(customer);
            Credentials credentials = domain.connectionTokens.issue(customer);
            String connectionToken = credentials.connectionToken().text();
            assertThat(credentials.expiry()).isEqualTo(domain.clock.instant().plus(Duration.ofDays(1)));

            domain.after(Duration.ofDays(1).minus(MILLISECOND));
            assertThat(domain.connectionTokens.seat(connectionToken)).isNotNull();

            domain.after(MILLISECOND);
            assertThat(domain.connectionTokens.seat(connectionToken)).isNull();
            assertThat(domain.participantTokens.seat(chat.participantToken().text()))
                    .isNotNull();

            domain.after(Duration.ofHours(1));
            assertThat(domain.participantTokens.seat(chat.participantToken().text()))
                    .isNull();
        }
    }

    @Test
    @Rule("P1")
    void keysOfOneKindOpenNothingOfAnother() {
        try (Domain domain = new Domain()) {
            StartedChat chat = domain.start();
            Seat customer = domain.customerOf(chat);
            String ticket = domain.tickets.issue(customer);
            String connectionToken =
                    domain.connectionTokens.issue(customer).connectionToken().text();
            String participantToken = chat.participantToken().text();

            assertThat(domain.tickets.seat(connectionToken)).isNull();
            assertThat(domain.tickets.seat(participantToken)).isNull();
            assertThat(domain.connectionTokens.seat(ticket)).isNull();
            assertThat(domain.connectionTokens.seat(participantToken)).isNull();
            assertThat(domain.participantTokens.seat(ticket)).isNull();
            assertThat(domain.participantTokens.seat(connectionToken)).isNull();
        }
    }
}
